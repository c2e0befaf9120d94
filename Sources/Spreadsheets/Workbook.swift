internal import RuleDiagnostics

/// A sheet of a workbook, read.
struct ReadSheet {
  let sheet: Sheet
  let bytes: [UInt8]
  /// What was found besides, in the order in which it is told.
  var findings: [Finding] = []
  /// How many errors were found beyond those that are told.
  var omitted = 0

  /// Something to tell about the sheet.
  struct Finding {
    let severity: Severity
    let fault: SheetFault
  }
}

/// Reads a sheet of an XLSX workbook.
struct Workbook {
  let limits: SheetLimits

  /// Reads the named sheet, or the first visible one.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, named name: String?) throws(SheetFault) -> ReadSheet {
    guard bytes.count <= limits.workbookBytes else {
      throw .tooLarge(
        Words(
          id: "buku kerja ini lebih besar daripada \(size(limits.workbookBytes))",
          en: "this workbook is larger than \(size(limits.workbookBytes))"))
    }
    return try ZipArchive.with(bytes, limits: limits) { archive throws(SheetFault) in try read(archive, named: name) }
  }

  private func read(_ archive: ZipArchive, named name: String?) throws(SheetFault) -> ReadSheet {
    let parts = try WorkbookParts(archive, limits: limits)
    let chosen = try parts.choose(name)
    let formats = try parts.styles.map { part throws(SheetFault) in try CellFormats(part, of: archive, limits: limits) } ?? CellFormats()
    let shared =
      try parts.sharedStrings.map { part throws(SheetFault) in try SharedStrings(part, of: archive, limits: limits) } ?? SharedStrings()
    let listener = WorksheetListener(shared, formats, countsFrom1904: parts.countsFrom1904, limits: limits)
    do throws(SheetFault) {
      try XMLWalk.read(chosen.part, of: archive, limits: limits, to: listener)
    } catch {
      throw error.inSheet(chosen.name)
    }
    var cells = listener.cells
    let merges = try MergeCheck(listener.merges, in: &cells)
    let columns = cells.usedColumns
    guard cells.rows.count <= limits.area / max(1, columns.count) else {
      throw .tooLarge(
        Words(
          id: "lembar ini membentang atas \(cells.rows.count) baris dan \(columns.count) kolom",
          en: "this sheet spreads over \(cells.rows.count) rows and \(columns.count) columns"))
    }
    var read = ReadSheet(
      sheet: Sheet(.worksheet, name: chosen.name, columns: columns.map { Sheet.letters(of: $0) }), bytes: cells.csv(columns))
    if name == nil, let note = parts.note(on: chosen) { read.note(note, at: nil) }
    if listener.hiddenRows > 0 {
      read.note(
        Words(
          id: "\(listener.hiddenRows) baris tersembunyi dibaca seperti yang lain",
          en: "\(listener.hiddenRows) hidden rows were read like the others"), at: nil)
    }
    for (column, number) in listener.longNumbers.sorted(by: { $0.key < $1.key }) {
      read.note(number.words, at: .cell(row: number.row, column: column))
    }
    read.findings += merges.findings.map { ReadSheet.Finding(severity: $0.severity, fault: $0.fault) }
    read.findings += listener.faults.map { ReadSheet.Finding(severity: .error, fault: $0) }
    read.omitted = listener.faultCount - listener.faults.count
    return read
  }
}

extension ReadSheet {
  fileprivate mutating func note(_ words: Words, at place: SheetFault.Place?) {
    findings.append(Finding(severity: .note, fault: SheetFault(.sheetRead, at: place, words)))
  }
}

extension SheetFault {
  /// The fault with its cell named, once the sheet is known.
  fileprivate func inSheet(_ name: String) -> SheetFault {
    guard case .cell(let row, let column) = place else { return self }
    var fault = self
    let sheet = Sheet(.worksheet, name: name, columns: column.map { number in (0...number).map { Sheet.letters(of: $0) } } ?? [])
    fault.place = .part(sheet.place(line: row, column: column))
    return fault
  }
}

extension WorksheetListener.LongNumber {
  /// How the numbers of a column were read.
  fileprivate var words: Words {
    let others =
      count > 1 ? Words(id: ", dan \(count - 1) sel lain di kolom ini", en: ", and \(count - 1) other cells of this column") : nil
    if staysLong {
      return Words(
        id: "`\(written)` dibaca tepat sebagai `\(read)`: hasil hitungan dengan sisa pembulatan\(others?.id ?? "")",
        en: "`\(written)` is read as exactly `\(read)`: the result of a computation with its rounding error\(others?.en ?? "")")
    }
    return Words(
      id: "`\(written)` dibaca sebagai `\(read)`, desimal terpendek dengan nilai biner yang sama\(others?.id ?? "")",
      en: "`\(written)` is read as `\(read)`, the shortest decimal of the same binary value\(others?.en ?? "")")
  }
}
