internal import RuleDiagnostics
internal import RuleModel

/// The directory of entities, as long as its rows are sound.
final class QuickDirectory {
  /// What a row says of an entity: numbers of words, -1 for none. The name is left out where it is the id.
  struct Listing {
    let name: Int32
    let kind: Int32
    let province: Int32
  }

  private let ladder: [Rung]
  private(set) var rungs: [EntityTable]
  private(set) var listings: [Listing] = []
  /// For each rung and entity the number of its listing; -1 for one that is only named as somebody's parent.
  private(set) var listingOf: [[Int32]]
  private(set) var letters = IDLetters()
  private var words: TextTable
  /// The parent of the row before, and where it stands.
  private var last: (path: [UInt8], entity: Int, depth: Int) = ([], 0, 0)

  init(ladder: [Rung], _ key: HashKey) {
    self.ladder = ladder
    rungs = ladder.map { _ in EntityTable(key) }
    listingOf = ladder.map { _ in [] }
    words = TextTable(key)
  }

  deinit {
    for table in rungs { table.free() }
    words.free()
  }

  /// Returns a word by its number.
  func word(_ number: Int32) -> String { String(decoding: words.text(Int(number)), as: UTF8.self) }

  /// Reads one file; false if something has to be explained.
  func read(_ source: SourceFile, log: inout DiagnosticLog) -> Bool {
    let file = source
    let bytes = file.bytes
    var unheard = DiagnosticLog()
    guard var table = CSVTable(file, expecting: EntityDirectory.columns, log: &unheard) else { return false }
    let columns = table.header.positions
    guard let id = columns[0], let parent = columns[1], let kind = columns[2], let name = columns[3] else { return false }
    var row = CSVRow()
    while table.next(into: &row, log: &unheard) {
      guard let place = entity(row.cells[id], below: row.cells[parent], in: bytes) else { return false }
      let province = columns[4].map { number(row.cells[$0], in: bytes) } ?? -1
      let isNamed = !bytes[row.cells[name].start..<row.cells[name].end].elementsEqual(bytes[row.cells[id].start..<row.cells[id].end])
      let listing = Listing(
        name: isNamed ? number(row.cells[name], in: bytes) : -1, kind: number(row.cells[kind], in: bytes), province: province)
      guard list(place, listing) else { return false }
    }
    guard !unheard.hasErrors else { return false }
    table.reportDialect(log: &log)
    return true
  }

  /// Gives back what only reading rows needs: afterwards no file may be read.
  func close() {
    for rung in rungs.indices { rungs[rung].close() }
  }

  private func number(_ cell: CSVCell, in bytes: [UInt8]) -> Int32 {
    cell.isEmpty ? -1 : Int32(words.number(of: cell, in: bytes))
  }

  private func list(_ place: (rung: Int, entity: Int), _ listing: Listing) -> Bool {
    guard listingOf[place.rung][place.entity] < 0 else { return false }
    let kinds = ladder[place.rung].kinds
    if listing.kind >= 0, !kinds.isEmpty, !kinds.contains(word(listing.kind)) { return false }
    listingOf[place.rung][place.entity] = Int32(listings.count)
    listings.append(listing)
    return true
  }

  private func entity(_ id: CSVCell, below path: CSVCell, in bytes: [UInt8]) -> (rung: Int, entity: Int)? {
    if path.hasDoubledQuotes || !bytes[path.start..<path.end].elementsEqual(last.path) {
      guard let parent = parent(path.text(in: bytes)) else { return nil }
      last = parent
    }
    return entity(id, in: bytes, below: last.entity, on: last.depth).map { (last.depth, $0) }
  }

  /// Finds whoever stands at a path, and the rung below.
  private func parent(_ path: [UInt8]) -> (path: [UInt8], entity: Int, depth: Int)? {
    var (entity, depth) = (0, 0)
    guard !path.isEmpty else { return (path, entity, depth) }
    for component in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let id = CSVCell(start: 0, end: component.count, line: 1)
      guard depth < ladder.count - 1, let found = self.entity(id, in: Array(component), below: entity, on: depth) else { return nil }
      entity = found
      depth += 1
    }
    return (path, entity, depth)
  }

  private func entity(_ id: CSVCell, in bytes: [UInt8], below parent: Int, on rung: Int) -> Int? {
    guard !id.isEmpty else { return nil }
    var letters = letters
    let above = rung == 0 ? nil : rungs[rung - 1]
    let number = rungs[rung].number(id, in: bytes, below: parent, above) { letters.take($0) }
    self.letters = letters
    guard let number else { return nil }
    if number == listingOf[rung].count { listingOf[rung].append(-1) }
    return number
  }
}
