internal import RuleDiagnostics

/// Reads a table or view of an SQLite database.
struct Database {
  let limits: SheetLimits

  /// Reads the named table or view, or the only one, or the one called `usual`.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, named name: String?, usual: String) throws(SheetFault) -> ReadSheet {
    guard bytes.count <= limits.databaseBytes else {
      throw .tooLarge(
        Words(
          id: "basis data ini lebih besar daripada \(size(limits.databaseBytes))",
          en: "this database is larger than \(size(limits.databaseBytes))"))
    }
    try checkLength(bytes)
    let connection = try SQLiteConnection(bytes, limits: limits)
    let tables = try self.tables(connection)
    let chosen = try choose(name, usual: usual, among: tables)
    var read = try rows(of: chosen, connection)
    let others = tables.filter { $0 != chosen }.map { "`\($0)`" }.joined(separator: ", ")
    if name == nil, !others.isEmpty {
      let note = Words(
        id: "tabel `\(chosen)` dibaca; basis data ini juga memuat \(others)",
        en: "read the table `\(chosen)`; the database also holds \(others)")
      read.findings.insert(ReadSheet.Finding(severity: .note, fault: SheetFault(.sheetRead, note)), at: 0)
    }
    return read
  }

  /// Refuses a file that was cut: SQLite reads the pages that are there, and takes what is missing for nothing.
  ///
  /// The header holds the size of a page, and the number of pages if that was kept (https://www.sqlite.org/fileformat2.html, section 1.3).
  private func checkLength(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetFault) {
    guard bytes.count >= 100 else { throw .cutDatabase(bytes.count, of: 512) }
    let number = { (at: Int) in bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    let written = Int(bytes[16]) << 8 | Int(bytes[17])
    let page = written == 1 ? 65_536 : written
    guard page >= 512, page & (page - 1) == 0 else { return }
    let isKept = number(24) == number(92) && number(28) > 0
    let expected = isKept ? number(28) * page : (bytes.count + page - 1) / page * page
    if bytes.count < expected || bytes.count % page != 0 { throw .cutDatabase(bytes.count, of: expected) }
  }

  /// The tables and views that people made, in the order of their names.
  private func tables(_ connection: SQLiteConnection) throws(SheetFault) -> [String] {
    var names: [String] = []
    try connection.ask(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    ) { _ in
    } _: { row throws(SheetFault) in
      if case .text(let bytes) = row[0] { names.append(String(decoding: bytes, as: UTF8.self)) }
    }
    return names
  }

  private func choose(_ name: String?, usual: String, among tables: [String]) throws(SheetFault) -> String {
    let list = tables.map { "`\($0)`" }.joined(separator: ", ")
    guard let name else {
      if tables.count == 1 { return tables[0] }
      if tables.contains(usual) { return usual }
      throw SheetFault(
        .sheetNotFound,
        tables.isEmpty
          ? Words(id: "basis data ini tidak punya tabel", en: "this database has no tables")
          : Words(
            id: "basis data ini punya beberapa tabel, dan tidak satu pun bernama `\(usual)`",
            en: "this database has several tables, and none is called `\(usual)`"),
        help: tables.isEmpty
          ? SheetFault.askForTable : Words(id: "sebut salah satu dengan `--sheet`: \(list)", en: "name one by `--sheet`: \(list)"))
    }
    if tables.contains(name) { return name }
    throw SheetFault(
      .sheetNotFound, Words(id: "tidak ada tabel `\(name)`", en: "there is no table `\(name)`"),
      help: nearestName(to: name, among: tables).map { near in
        Words(id: "maksudnya `\(near)`? yang ada: \(list)", en: "did you mean `\(near)`? there are: \(list)")
      } ?? (tables.isEmpty ? SheetFault.askForTable : Words(id: "yang ada: \(list)", en: "there are: \(list)")))
  }

  private func rows(of table: String, _ connection: SQLiteConnection) throws(SheetFault) -> ReadSheet {
    let name = "\"" + table.replacing(mark: "\"", with: "\"\"") + "\""
    // A view, and a table without row ids, has only the order in which it is read.
    let byKey = "SELECT rowid, * FROM \(name) ORDER BY rowid"
    let hasKeys = connection.understands(byKey)
    let first = hasKeys ? 1 : 0
    var columns: [String] = []
    var keys: [Int64] = []
    var bytes: [UInt8] = []
    var count = 0
    var faults: [SheetFault] = []
    var faultCount = 0
    try connection.ask(hasKeys ? byKey : "SELECT * FROM \(name)") { row throws(SheetFault) in
      columns = (first..<row.count).map { row.name($0) }
      for (position, column) in columns.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        appendQuoted(Array(column.utf8), to: &bytes)
      }
      bytes.append(UInt8(ascii: "\n"))
    } _: { row throws(SheetFault) in
      count += 1
      guard count <= limits.tableRows, bytes.count <= limits.tableBytes else {
        throw .tooLarge(
          Words(
            id: "`\(table)` memuat lebih dari \(limits.tableRows) baris atau \(size(limits.tableBytes)) teks",
            en: "`\(table)` holds over \(limits.tableRows) rows or \(size(limits.tableBytes)) of text"))
      }
      if hasKeys, case .integer(let key) = row[0] { keys.append(key) }
      for column in first..<row.count {
        if column > first { bytes.append(UInt8(ascii: ",")) }
        let place = SheetFault.Place.cell(row: count + 1, column: column - first)
        guard let fault = append(row[column], to: &bytes, at: place) else { continue }
        faultCount += 1
        if faults.count < DiagnosticLog.limit { faults.append(fault) }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    let areCounted = keys.count != count || keys.indices.allSatisfy { keys[$0] == Int64($0 + 1) }
    var read = ReadSheet(sheet: Sheet(.database, name: table, columns: columns, keys: areCounted ? [] : keys), bytes: bytes)
    read.findings = faults.map { ReadSheet.Finding(severity: .error, fault: $0) }
    read.omitted = faultCount - faults.count
    return read
  }

  /// Writes a value as a cell of CSV; returns what is wrong with it.
  private func append(_ value: SQLiteConnection.Value, to bytes: inout [UInt8], at place: SheetFault.Place) -> SheetFault? {
    switch value {
    case .null: return nil
    case .integer(let number): bytes += Array("\(number)".utf8)
    case .real(let number):
      guard let decimal = ExactDecimal(number) else { return .notANumber("`\(number)`", at: place) }
      bytes += decimal.plain
    case .text(let text):
      guard text.count <= limits.characters || countCharacters(text) <= limits.characters else { return .longCell(limits, at: place) }
      if !text.isEmpty { appendQuoted(text, to: &bytes) }
    case .blob:
      return SheetFault(
        .sheetCell, at: place,
        Words(id: "nilai ini biner (BLOB), bukan teks atau angka", en: "this value is binary (a BLOB), neither text nor number"),
        help: Words(
          id: "simpan sebagai TEXT, INTEGER atau REAL, misalnya lewat sebuah view dengan `CAST`",
          en: "store it as TEXT, INTEGER or REAL, for instance by a view with `CAST`"))
    }
    return nil
  }
}

extension SheetFault {
  /// The remedy for databases that hold no table.
  fileprivate static let askForTable = Words(
    id: "minta basis data dengan satu tabel pengamatan, atau datanya sebagai CSV UTF-8",
    en: "ask for a database with a table of observations, or for the data as CSV UTF-8")
}
