internal import RuleDiagnostics
internal import RuleModel

/// The directory of entities, as long as its rows are sound.
final class QuickDirectory {
  /// What a row says of an entity.
  struct Listing {
    let name: String?
    let kind: String?
    let province: String?
  }

  private let ladder: [Rung]
  private(set) var rungs: [EntityTable]
  private(set) var listings: [Listing] = []
  /// For each rung and entity the number of its listing; -1 for one that is only named as somebody's parent.
  private(set) var listingOf: [[Int32]]
  private(set) var letters = IDLetters()

  init(ladder: [Rung], _ key: HashKey) {
    self.ladder = ladder
    rungs = ladder.map { _ in EntityTable(key) }
    listingOf = ladder.map { _ in [] }
  }

  deinit {
    for table in rungs { table.free() }
  }

  /// Reads one file; false if something has to be explained.
  func read(_ source: SourceFile, log: inout DiagnosticLog) -> Bool {
    let file = source.inMemory
    let bytes = file.bytes
    var unheard = DiagnosticLog()
    guard var table = CSVTable(file, expecting: EntityDirectory.columns, log: &unheard) else { return false }
    let columns = table.header.positions
    let required = columns.prefix(4).compactMap(\.self)
    var row = CSVRow()
    while table.next(into: &row, log: &unheard) {
      let cells = required.map { row.cells[$0] }
      let listing = Listing(
        name: text(cells[3], in: bytes), kind: text(cells[2], in: bytes), province: columns[4].flatMap { text(row.cells[$0], in: bytes) })
      guard take(cells[0].text(in: bytes), below: cells[1].text(in: bytes), listing) else { return false }
    }
    guard !unheard.hasErrors else { return false }
    table.reportDialect(log: &log)
    return true
  }

  private func text(_ cell: CSVCell, in bytes: [UInt8]) -> String? {
    cell.isEmpty ? nil : String(decoding: cell.text(in: bytes), as: UTF8.self)
  }

  private func take(_ id: [UInt8], below path: [UInt8], _ listing: Listing) -> Bool {
    var parent = 0
    var rung = 0
    if !path.isEmpty {
      for component in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
        guard rung < ladder.count - 1, let above = entity(Array(component), below: parent, on: rung) else { return false }
        parent = above
        rung += 1
      }
    }
    guard let entity = entity(id, below: parent, on: rung), listingOf[rung][entity] < 0 else { return false }
    if let kind = listing.kind, !ladder[rung].kinds.isEmpty, !ladder[rung].kinds.contains(kind) { return false }
    listingOf[rung][entity] = Int32(listings.count)
    listings.append(listing)
    return true
  }

  private func entity(_ id: [UInt8], below parent: Int, on rung: Int) -> Int? {
    guard !id.isEmpty else { return nil }
    if let known = rungs[rung].find(id, below: parent) { return known }
    guard letters.take(id) else { return nil }
    listingOf[rung].append(-1)
    return rungs[rung].add(id, below: parent)
  }
}
