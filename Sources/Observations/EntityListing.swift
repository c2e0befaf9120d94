internal import RuleDiagnostics
internal import RuleModel

/// What a line of `entities.csv` says about an entity.
struct EntityListing {
  let rung: Int
  /// The number of the entity in the tree.
  let entity: Int
  let name: String
  let kind: String?
  let province: String?
  /// Where its id stands.
  let place: CellBytes
  /// Where its parent's path stands.
  let parentPlace: CellBytes
}

/// The directory of entities, from the rows of `entities.csv`.
struct EntityDirectory {
  private(set) var listings: [EntityListing] = []
  private let ladder: [Rung]

  /// Makes an empty directory.
  init(ladder: [Rung]) {
    self.ladder = ladder
  }

  static let columns = [
    CSVColumn("id"), CSVColumn("parent"), CSVColumn("kind"), CSVColumn("name"), CSVColumn("province", isRequired: false),
  ]

  /// Reads the file at `index` of the register's sources, reporting each row that cannot be used.
  mutating func read(_ index: Int, into register: inout EntityRegister, log: inout DiagnosticLog) {
    let file = register.sources[index]
    guard var table = CSVTable(file, expecting: EntityDirectory.columns, log: &log) else { return }
    let columns = table.header.positions
    let required = columns.prefix(4).compactMap(\.self)
    var row = CSVRow()
    while table.next(into: &row, log: &log) {
      let cells = required.map { row.cells[$0] }
      take(cells[0], cells[1], cells[2], cells[3], columns[4].map { row.cells[$0] }, of: index, &register, log: &log)
    }
    table.reportDialect(log: &log)
  }

  private mutating func take(
    _ id: CSVCell, _ parent: CSVCell, _ kind: CSVCell, _ name: CSVCell, _ province: CSVCell?, of index: Int,
    _ register: inout EntityRegister,
    log: inout DiagnosticLog
  ) {
    let file = register.sources[index]
    let place = CellBytes(file: index, range: id.outer)
    let parentPlace = CellBytes(file: index, range: parent.outer)
    guard !id.isEmpty else {
      log.error(
        .cellID, in: file, at: id.outer, Words(id: "`id` kosong", en: "`id` is empty"),
        help: Words(id: "isi id entitas", en: "fill in the id of the entity"))
      return
    }
    guard let above = register.path(parent.text(in: file.bytes), at: parentPlace, ladder, log: &log),
      let entity = register.entity(register.id(in: id, of: index), below: above.entity, on: above.depth, at: place, log: &log)
    else { return }
    let rung = above.depth
    if let first = register.tree.rungs[rung][entity].listing {
      register.reportListedTwice(entity, on: rung, at: place, first: listings[first].place, log: &log)
      return
    }
    let kindText = String(decoding: kind.text(in: file.bytes), as: UTF8.self)
    checkKind(kindText, at: kind, in: file, of: ladder[rung], log: &log)
    register.list(entity, on: rung, as: listings.count)
    let nameText = String(decoding: (name.isEmpty ? id : name).text(in: file.bytes), as: UTF8.self)
    let region = province.flatMap { $0.isEmpty ? nil : String(decoding: $0.text(in: file.bytes), as: UTF8.self) }
    listings.append(
      EntityListing(
        rung: rung, entity: entity, name: nameText, kind: kind.isEmpty ? nil : kindText, province: region, place: place,
        parentPlace: parentPlace))
  }

  private func checkKind(_ kind: String, at cell: CSVCell, in file: SourceFile, of rung: Rung, log: inout DiagnosticLog) {
    guard !kind.isEmpty, !rung.kinds.isEmpty, !rung.kinds.contains(kind) else { return }
    let all = rung.kinds.map { "`\($0)`" }.joined(separator: ", ")
    log.error(
      .entityKind, in: file, at: cell.outer,
      Words(
        id: "`\(visible(kind.utf8))` bukan jenis `\(rung.id.value)`", en: "`\(visible(kind.utf8))` is not a kind of `\(rung.id.value)`"),
      help: nearestName(to: kind, among: rung.kinds)
        .map { Words(id: "mungkin maksudnya `\($0)`? yang dikenal: \(all)", en: "did you mean `\($0)`? the kinds are \(all)") }
        ?? Words(id: "yang dikenal: \(all)", en: "the kinds are \(all)"))
  }

  /// Reports each parent that neither a directory nor the observations know. To be called when all files were read.
  func checkParents(in register: EntityRegister, log: inout DiagnosticLog) {
    for listing in listings where listing.rung > 0 {
      let rung = listing.rung - 1
      let parent = register.tree.rungs[rung][register.tree.rungs[listing.rung][listing.entity].parent]
      guard !parent.isSurveyed, parent.listing == nil else { continue }
      register.reportUnknownParent(at: listing.parentPlace, log: &log)
    }
  }
}
