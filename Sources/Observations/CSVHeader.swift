internal import RuleDiagnostics

/// A column that a file may have, under any of its names.
struct CSVColumn {
  let names: [String]
  let isRequired: Bool

  init(_ names: String..., isRequired: Bool = true) {
    self.names = names
    self.isRequired = isRequired
  }
}

/// Which column stands where, from the first line of a file.
struct CSVHeader {
  /// The position of each expected column; nil if the file has none.
  let positions: [Int?]
  /// The names as written, in the file's order.
  let names: [[UInt8]]

  /// Takes a header that was understood otherwise.
  init(names: [[UInt8]]) {
    self.names = names
    positions = []
  }

  /// Finds the expected columns in a header row; nil after an error.
  init?(_ opening: CSVOpening, expecting columns: [CSVColumn], log: inout DiagnosticLog) {
    let (row, file) = (opening.row, opening.file)
    let errorsBefore = log.errorCount
    names = row.cells.map { $0.text(in: file.bytes) }
    var positions = [Int?](repeating: nil, count: columns.count)
    var unknown: [(cell: CSVCell, name: [UInt8])] = []
    for (position, name) in names.enumerated() {
      let column = columns.firstIndex { $0.names.contains { name.elementsEqual($0.utf8) } }
      guard let column else {
        unknown.append((row.cells[position], name))
        continue
      }
      if let first = positions[column] {
        CSVHeader.report(doubled: row.cells[position], first: row.cells[first], of: file, log: &log)
      }
      positions[column] = positions[column] ?? position
    }
    self.positions = positions
    if positions.allSatisfy({ $0 == nil }) {
      CSVHeader.reportNoHeader(opening, expecting: columns, log: &log)
      return nil
    }
    let absent = columns.indices.filter { positions[$0] == nil }.map { columns[$0] }
    let meant = unknown.map { CSVHeader.report(unknown: $0, of: file, absent: absent, expecting: columns, log: &log) }
    for column in absent where column.isRequired && !meant.contains(where: { column.names.contains($0 ?? "") }) {
      CSVHeader.report(missing: column, in: row, of: file, log: &log)
    }
    guard log.errorCount == errorsBefore else { return nil }
  }

  /// Whether a row holds nothing but names of columns: the header once more.
  func isRepeated(in row: CSVRow, of file: [UInt8]) -> Bool {
    guard let first = row.cells.first else { return false }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = !first.isQuoted && file[first.start..<first.end].starts(with: mark) ? first.start + 3 : first.start
    guard isName(file[start..<max(start, first.end)]) else { return false }
    return row.cells.dropFirst().allSatisfy { isName(file[$0.start..<$0.end]) }
  }

  private func isName(_ text: ArraySlice<UInt8>) -> Bool {
    names.contains { $0.count == text.count && $0.elementsEqual(text) }
  }
}

extension CSVHeader {
  static func report(doubled cell: CSVCell, first: CSVCell, of file: SourceFile, log: inout DiagnosticLog) {
    let name = visible(cell.text(in: file.bytes))
    log.error(
      .csvHeader, in: file, at: cell.outer,
      Words(id: "kolom `\(name)` sudah ada", en: "the column `\(name)` is there already"),
      help: Words(id: "pertahankan satu saja", en: "keep only one of the two"),
      notes: [
        Diagnostic.Note(
          Words(id: "kolom pertama", en: "the first column"), at: file.range(first.outer.lowerBound, first.outer.upperBound))
      ])
  }

  /// Reports a column that is not expected; returns the absent column that was probably meant.
  private static func report(
    unknown column: (cell: CSVCell, name: [UInt8]), of file: SourceFile, absent: [CSVColumn], expecting columns: [CSVColumn],
    log: inout DiagnosticLog
  ) -> String? {
    let name = visible(column.name)
    let text = String(decoding: column.name, as: UTF8.self)
    let near = nearestName(to: text, among: absent.flatMap(\.names)) ?? nearestName(to: text, among: columns.flatMap(\.names))
    let all = columns.map { "`\($0.names[0])`" }.joined(separator: ", ")
    let help =
      if let near {
        Words(id: "mungkin maksudnya `\(near)`; kolom yang dikenal: \(all)", en: "did you mean `\(near)`? the known columns are \(all)")
      } else {
        Words(id: "hapus kolom ini; kolom yang dikenal: \(all)", en: "remove it; the known columns are \(all)")
      }
    let message =
      name.isEmpty
      ? Words(id: "kolom ini tidak bernama", en: "this column has no name")
      : Words(id: "kolom `\(name)` tidak dikenal", en: "the column `\(name)` is not known")
    log.error(.csvHeader, in: file, at: column.cell.outer, message, help: help)
    return near
  }

  static func report(missing column: CSVColumn, in row: CSVRow, of file: SourceFile, log: inout DiagnosticLog) {
    let names = column.names.map { "`\($0)`" }
    log.error(
      .csvHeader, in: file, at: row.outer,
      Words(id: "kolom \(names[0]) tidak ada", en: "there is no column \(names[0])"),
      help: Words(
        id: "tambahkan kolom \(names.joined(separator: " atau ")) pada baris ini",
        en: "add a column \(names.joined(separator: " or ")) to this line"))
  }

  private static func reportNoHeader(_ opening: CSVOpening, expecting columns: [CSVColumn], log: inout DiagnosticLog) {
    let separator = String(UnicodeScalar(opening.dialect.separator.rawValue))
    let wanted = columns.filter(\.isRequired).map(\.names[0]).joined(separator: separator)
    let line = headerLine(in: opening, columns)
    log.error(
      .csvHeader, in: opening.file, at: opening.row.outer,
      Words(id: "baris pertama bukan baris nama kolom", en: "the first line does not name the columns"),
      help: line.map {
        Words(id: "nama kolom ada di baris \($0): hapus baris di atasnya", en: "line \($0) names the columns: delete the lines above it")
      }
        ?? Words(
          id: "baris pertama harus menamai setiap kolom di bawahnya, misalnya `\(wanted)`",
          en: "the first line must name each column below it, such as `\(wanted)`"))
  }

  /// The line among the next twenty that names at least two columns; nil if none does.
  private static func headerLine(in opening: CSVOpening, _ columns: [CSVColumn]) -> Int? {
    var (scanner, row) = (opening.scanner, CSVRow())
    for _ in 0..<20 {
      guard scanner.next(into: &row) else { return nil }
      let names = row.cells.map { $0.text(in: opening.file.bytes) }
      let known = columns.count { column in names.contains { name in column.names.contains { name.elementsEqual($0.utf8) } } }
      if known >= 2 { return row.cells.first?.line }
    }
    return nil
  }
}
