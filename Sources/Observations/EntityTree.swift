/// A stretch of bytes in one of the files that are read.
struct CellBytes {
  let file: Int
  let range: Range<Int>
}

/// An entity while the files are read.
struct EntityNode {
  /// The number of the entity above it on the next higher rung; 0 on the top rung.
  let parent: Int
  /// The number of its id among ``EntityTree/ids``.
  let id: Int
  /// Where it occurs first.
  let place: CellBytes
  /// Whether it occurs in the observations.
  var isSurveyed = false
  /// The number of an entity beside it that looks the same; its rows then say nothing.
  var lookAlike: Int?
  /// The number of its line in the directory of entities.
  var listing: Int?
}

/// Everything that occurs in observations and directories, rung by rung, numbered in the order in which it came.
struct EntityTree {
  /// The ids of all rungs.
  var ids = NameTable()
  /// The entities of each rung.
  private(set) var rungs: [[EntityNode]]
  private var numbers: [[Place: Int]]
  private var lookAlikes: [[Place: Int]]
  /// The spellings of ids without case and blanks.
  private var spellings: [String: Int] = [:]
  private var spellingOfID: [Int] = []

  /// An id below an entity.
  private struct Place: Hashable {
    let parent: Int32
    let id: Int32

    init(_ parent: Int, _ id: Int) {
      self.parent = Int32(parent)
      self.id = Int32(id)
    }
  }

  /// Makes an empty tree.
  init(rungCount: Int) {
    rungs = Array(repeating: [], count: rungCount)
    numbers = Array(repeating: [:], count: rungCount)
    lookAlikes = numbers
  }

  /// What a look-up gave.
  enum Found {
    case known(Int)
    case new(Int)
    /// A new entity whose id differs only in case or blanks from one that stands beside it.
    case lookAlike(Int, of: Int)
  }

  /// Returns the entity with that id below `parent`, adding it if it is new.
  mutating func entity(_ id: Int, below parent: Int, on rung: Int, at place: @autoclosure () -> CellBytes) -> Found {
    let key = Place(parent, id)
    if let number = numbers[rung][key] { return .known(number) }
    let number = rungs[rung].count
    rungs[rung].append(EntityNode(parent: parent, id: id, place: place()))
    numbers[rung][key] = number
    let look = Place(parent, spelling(of: id))
    if let other = lookAlikes[rung][look] { return .lookAlike(number, of: other) }
    lookAlikes[rung][look] = number
    return .new(number)
  }

  /// Notes that an entity was surveyed.
  mutating func survey(_ number: Int, on rung: Int) {
    if !rungs[rung][number].isSurveyed { rungs[rung][number].isSurveyed = true }
  }

  /// Notes that an entity's id was reported as wrong.
  mutating func refuse(_ number: Int, on rung: Int, asLikeAs other: Int) {
    rungs[rung][number].lookAlike = other
  }

  /// Notes the line of the directory that describes an entity.
  mutating func list(_ number: Int, on rung: Int, as listing: Int) {
    rungs[rung][number].listing = listing
  }

  /// Returns the path of an entity: `kota-contoh/dinsos`.
  func path(of number: Int, on rung: Int) -> String {
    let node = rungs[rung][number]
    let id = ids.text(of: node.id)
    return rung == 0 ? id : path(of: node.parent, on: rung - 1) + "/" + id
  }

  /// The number of the id's spelling without case and blanks; canonically equivalent ids share one.
  private mutating func spelling(of id: Int) -> Int {
    while spellingOfID.count <= id {
      let text = ids.text(of: spellingOfID.count).spelledAlike
      let next = spellings.count
      spellingOfID.append(spellings[text, default: next])
      spellings[text] = spellingOfID.last
    }
    return spellingOfID[id]
  }
}
