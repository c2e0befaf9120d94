/// The entities of one rung as columns of small numbers, so that a nation of two million products stays small.
struct EntityLevel: Sendable, Equatable {
  var ids = TextList()
  /// For each entity the index of the one above it; 0 on the top rung.
  var parents: [Int32] = []
  /// For each entity where its children begin on the next lower rung, and last where those of the last one end.
  var childStarts: [Int32] = []
  /// The names that are not the id; empty if none is given.
  var names = TextList()
  var kinds = WordColumn()
  var provinces = WordColumn()

  /// The indices of an entity's children on the next lower rung.
  func children(of entity: Int) -> Range<Int> {
    Int(childStarts[entity])..<Int(childStarts[entity + 1])
  }

  /// Finds the children of each entity from the sorted parents of the rung below. Complexity: linear in both.
  mutating func setChildren(from parentsBelow: [Int32]) {
    childStarts = [0]
    childStarts.reserveCapacity(parents.count + 1)
    var next = 0
    for entity in parents.indices {
      while next < parentsBelow.count, Int(parentsBelow[next]) <= entity { next += 1 }
      childStarts.append(Int32(next))
    }
  }
}

/// Texts one behind the other.
struct TextList: Sendable, Equatable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  var count: Int { ends.count }

  /// The bytes of a text.
  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// Returns a text. Complexity: linear in its length.
  func text(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }

  mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
  }

  /// Appends the id of an entity.
  mutating func append(_ table: EntityTable, _ number: Int) {
    table.withID(number) { bytes.append(contentsOf: $0) }
    ends.append(UInt32(bytes.count))
  }

  mutating func reserveCapacity(_ count: Int) { ends.reserveCapacity(count) }
}

/// Words of which few are different, such as kinds: each is kept once, and a cell is its number.
struct WordColumn: Sendable, Equatable {
  /// The words in the order in which they come first.
  private(set) var words: [String] = []
  /// For each entity the number of its word, -1 for none; empty if nobody has one.
  private(set) var codes: [Int32] = []

  init() {}

  /// Makes a column of words from other numbers of theirs, -1 for none. Complexity: linear.
  init(_ numbers: some Collection<Int32>, _ word: (Int32) -> String) {
    guard let most = numbers.max(), most >= 0 else { return }
    var codeOf = [Int32](repeating: -1, count: Int(most) + 1)
    codes.reserveCapacity(numbers.count)
    for number in numbers {
      if number >= 0, codeOf[Int(number)] < 0 {
        codeOf[Int(number)] = Int32(words.count)
        words.append(word(number))
      }
      codes.append(number < 0 ? -1 : codeOf[Int(number)])
    }
  }

  /// Makes a column of words. Complexity: linear.
  init(_ cells: some Collection<String?>) {
    guard cells.contains(where: { $0 != nil }) else { return }
    var numbers: [String: Int32] = [:]
    codes.reserveCapacity(cells.count)
    for cell in cells {
      guard let cell else {
        codes.append(-1)
        continue
      }
      let number = numbers[cell] ?? Int32(words.count)
      if Int(number) == words.count {
        numbers[cell] = number
        words.append(cell)
      }
      codes.append(number)
    }
  }

  /// The number of an entity's word, -1 for none.
  func code(of entity: Int) -> Int { codes.isEmpty ? -1 : Int(codes[entity]) }

  /// The word of an entity.
  subscript(entity: Int) -> String? {
    let code = code(of: entity)
    return code < 0 ? nil : words[code]
  }
}
