internal import RuleDiagnostics

/// A CSV file whose header fits: gives its sound rows one by one and reports the others.
struct CSVTable {
  let file: SourceFile
  let header: CSVHeader
  /// What was detected; the line ends are known when the last row was read.
  var dialect: CSVDialect
  private(set) var scanner: CSVScanner
  /// The count of errors at which reading ends: those found before the first row, and as many as a file may have.
  private var mostErrors: Int?
  /// How many rows follow a quote that is not closed: each may stand inside it. Nil where there is none.
  private var rowsInDoubt: Int?
  /// The expected column that holds numbers, for guessing at a decimal comma without quotes.
  private let numberColumn: Int?

  /// Opens a file; nil after an error in its encoding or its header.
  ///
  /// - Parameter numberColumn: the index among `columns` of the one that holds numbers.
  init?(_ file: SourceFile, expecting columns: [CSVColumn], numberColumn: Int? = nil, log: inout DiagnosticLog) {
    guard let opening = CSVOpening(file, log: &log) else { return nil }
    self.init(opening, expecting: columns, numberColumn: numberColumn, log: &log)
  }

  /// Goes on with a file whose first row was read; nil after an error in its header.
  init?(_ opening: CSVOpening, expecting columns: [CSVColumn], numberColumn: Int? = nil, log: inout DiagnosticLog) {
    guard let header = CSVHeader(opening, expecting: columns, log: &log) else { return nil }
    self.init(opening, header, numberColumn: numberColumn.flatMap { header.positions[$0] })
  }

  /// Goes on with a file whose header was understood.
  init(_ opening: CSVOpening, _ header: CSVHeader, numberColumn: Int? = nil) {
    file = opening.file
    dialect = opening.dialect
    scanner = opening.scanner
    self.header = header
    self.numberColumn = numberColumn
  }

  /// Fills `row` with the next row, unless it stands on one of those lines, that has as many cells as the header; false at the end of the
  /// file, and after more mistakes, or rows behind a quote that is not closed, than anybody mends one by one.
  mutating func next(into row: inout CSVRow, skipping lines: Set<Int> = [], log: inout DiagnosticLog) -> Bool {
    var start = scanner.line
    let most = mostErrors ?? log.errorCount + Limit.mistakes.value
    mostErrors = most
    while scanner.next(into: &row) {
      guard log.errorCount + (rowsInDoubt ?? 0) < most else {
        log.cut()
        break
      }
      if case .openQuote = row.problem { rowsInDoubt = rowsInDoubt ?? 0 }
      rowsInDoubt? += 1
      let isSkipped = !lines.isEmpty && (start..<max(start + 1, scanner.line)).contains { lines.contains($0) }
      start = scanner.line
      if isSkipped { continue }
      if dialect.isSheet { row.fit(header.names.count) }
      guard file.isSound(row, log: &log) else { continue }
      if row.count == header.names.count {
        if header.isRepeated(in: row, of: file.bytes) { reportRepeatedHeader(row, log: &log) } else if !row.isBlank { return true }
      } else if !row.isBlank {
        reportRagged(row, log: &log)
      }
    }
    dialect.lineEnd = scanner.crlfCount == 0 ? .lf : scanner.lfCount == 0 ? .crlf : .mixed
    return false
  }

  private func reportRepeatedHeader(_ row: CSVRow, log: inout DiagnosticLog) {
    log.error(
      .csvHeader, in: file, at: row.outer,
      Words(id: "baris nama kolom muncul lagi di sini", en: "the line that names the columns stands here again"),
      help: Words(
        id: "hapus baris ini; beberapa berkas dapat diberikan tanpa digabung",
        en: "remove this line; several files can be given without joining them"))
  }

  private func reportRagged(_ row: CSVRow, log: inout DiagnosticLog) {
    let wanted = header.names.count
    let message = Words(
      id: "baris ini berisi \(row.count) sel, seharusnya \(wanted)", en: "this row has \(row.count) cells, the header has \(wanted)")
    if let (cut, number) = cutNumber(in: row) {
      log.error(
        .csvRagged, in: file, at: cut, message,
        help: Words(
          id: "jika ini satu angka dengan koma desimal, tulis `\(number)`",
          en: "if this is one number with a decimal comma, write `\(number)`"))
    } else if row.count > wanted, row.cells.count > wanted {
      log.error(
        .csvRagged, in: file, at: row.cells[wanted].outer.lowerBound..<row.end, message,
        help: Words(
          id: "hapus sel yang berlebih, atau kutip teks yang memuat pemisah: `\"a,b\"`",
          en: "remove the cells too many, or quote the text that holds a separator: `\"a,b\"`"))
    } else {
      log.error(
        .csvRagged, in: file, at: row.end..<row.end, message,
        help: Words(
          id: "tambahkan sel yang kurang; nilai yang tidak ada ditulis kosong di antara pemisah",
          en: "add what is missing; a value that was not recorded is an empty cell between separators"))
    }
  }

  /// The two cells that were one number with a decimal comma, and that number with a point.
  private func cutNumber(in row: CSVRow) -> (Range<Int>, String)? {
    guard dialect.separator == .comma, row.count == header.names.count + 1, let numberColumn, row.cells.count > numberColumn + 1
    else { return nil }
    let (left, right) = (row.cells[numberColumn], row.cells[numberColumn + 1])
    var text = left.text(in: file.bytes) + Array(".".utf8) + right.text(in: file.bytes)
    text = text.first == UInt8(ascii: " ") ? Array(text.dropFirst()) : text
    guard DecimalText(text.span) != nil else { return nil }
    return (left.outer.lowerBound..<right.outer.upperBound, String(decoding: text, as: UTF8.self))
  }
}

/// A CSV file whose first row was read.
struct CSVOpening {
  let file: SourceFile
  let dialect: CSVDialect
  let scanner: CSVScanner
  let row: CSVRow

  /// Opens a file; nil after an error in its encoding or its first row.
  init?(_ file: SourceFile, log: inout DiagnosticLog) {
    guard file.isText(log: &log) else { return nil }
    let dialect = CSVDialect(of: file)
    var scanner = CSVScanner(
      file.bytes, separator: dialect.separator.rawValue, from: dialect.headerStart, line: dialect.headerLine)
    var row = CSVRow()
    repeat {
      guard scanner.next(into: &row) else {
        log.error(
          .csvHeader, at: file.range(file.bytes.count, file.bytes.count), Words(id: "berkas ini kosong", en: "this file is empty"),
          help: Words(id: "baris pertama harus memuat nama kolom", en: "the first line must name the columns"))
        return nil
      }
      if dialect.isSheet { row.fit(max(1, row.cells.count - row.cells.reversed().prefix { $0.isEmpty }.count)) }
    } while row.problem == nil && row.count == 1 && row.isBlank
    guard file.isSound(row, log: &log), file.isNarrow(row, log: &log) else { return nil }
    self.file = file
    self.dialect = dialect
    self.scanner = scanner
    self.row = row
  }
}

extension CSVRow {
  /// Adds empty cells at the end, or takes them away there, until there are `wanted`: a sheet has no end of a row.
  fileprivate mutating func fit(_ wanted: Int) {
    guard problem == nil, count <= CSVScanner.mostColumns else { return }
    while count > wanted, let last = cells.last, last.isEmpty {
      cells.removeLast()
      count -= 1
    }
    while count < wanted, let last = cells.last {
      cells.append(CSVCell(start: end, end: end, line: last.line))
      count += 1
    }
  }
}

extension SourceFile {
  /// Reports the fault of a row; true if it has none.
  fileprivate func isSound(_ row: CSVRow, log: inout DiagnosticLog) -> Bool {
    guard let problem = row.problem else { return true }
    log.error(problem.code, in: self, at: problem.place, problem.message, help: problem.help)
    return false
  }

  /// Reports a header with too many columns; true if it has not.
  fileprivate func isNarrow(_ row: CSVRow, log: inout DiagnosticLog) -> Bool {
    let most = CSVScanner.mostColumns
    guard row.count > most else { return true }
    log.error(
      .csvTooLarge, in: self, at: row.cells[most].outer,
      Words(
        id: "baris ini bernama \(row.count) kolom, paling banyak \(most)",
        en: "this line names \(row.count) columns, at most \(most) are read"),
      help: Words(
        id: "hapus kolom yang bukan jenjang atau bidang, atau tulis satu baris untuk setiap pengamatan",
        en: "remove the columns that are no rung or field, or write a row for each observation"))
    return false
  }
}

extension CSVTable {
  /// Notes what is not plain about the file. To be called after the last row.
  func reportDialect(log: inout DiagnosticLog) {
    dialect.report(in: file, log: &log)
  }
}

extension CSVDialect {
  /// Notes what is not plain about a file.
  func report(in file: SourceFile, log: inout DiagnosticLog) {
    guard let note else { return }
    log.report(Diagnostic(.csvSyntax, .note, at: SourceRange(file: file.name, at: .start), note))
  }
}
