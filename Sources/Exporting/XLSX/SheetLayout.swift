internal import CXLSXWriter
internal import RuleDiagnostics
internal import RuleModel

/// Lays one table out on a sheet.
struct SheetLayout {
  private let table: ResultTable
  private let results: ResultTables
  private let book: Workbook
  private let formats: WorkbookFormats
  private let language: Language
  private let sheet: Workbook.Sheet
  private var row: UInt32 = 0
  /// What was written so far.
  private(set) var extent = WrittenWorkbook.Extent()

  init(
    _ table: ResultTable, of results: ResultTables, in book: Workbook, _ formats: WorkbookFormats, _ language: Language
  ) throws(ExportProblem) {
    self.table = table
    self.results = results
    self.book = book
    self.formats = formats
    self.language = language
    sheet = try book.sheet(table.title[language])
  }

  mutating func write() throws(ExportProblem) {
    let headings = table.columns.flatMap { column in
      column.kind == .zone
        ? [column.title[language], column.title[language] + (language == .id ? " (jenjang)" : " (step)")] : [column.title[language]]
    }
    var place: UInt16 = 0
    for column in table.columns {
      for _ in 0..<(column.kind == .zone ? 2 : 1) {
        try book.check(worksheet_set_column(sheet, place, place, column.width, nil))
        place += 1
      }
    }
    worksheet_freeze_panes(sheet, 1, 0)
    try setPage()
    for (position, heading) in headings.enumerated() {
      try write(heading, at: UInt16(position), formats.heading)
    }
    extent.rows += 1
    try table.forEachRow { cells throws(ExportProblem) in
      row += 1
      guard row < Workbook.mostRows else { throw tooManyRows }
      var place: UInt16 = 0
      for (column, cell) in zip(table.columns, cells) {
        try write(cell, at: place)
        place += column.kind == .zone ? 2 : 1
      }
      extent.rows += 1
    }
    try book.check(worksheet_autofilter(sheet, 0, 0, max(row, 1), UInt16(headings.count - 1)))
  }

  /// On paper: A4 across, as wide as the page, headings on each page.
  private func setPage() throws(ExportProblem) {
    worksheet_set_paper(sheet, 9)
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
    try book.check(worksheet_repeat_rows(sheet, 0, 0))
  }

  private mutating func write(_ cell: ResultCell, at place: UInt16) throws(ExportProblem) {
    switch cell {
    case .none: break
    case .text(let text): try write(text, at: place)
    case .words(let words): try write(words[language], at: place)
    case .whole(let number): try write(Double(number), at: place, formats.whole)
    case .decimal(let number, let places): try write(number.fixedText(places: places), as: number, at: place, formats.decimal(places))
    case .measure(let number): try write(number.decimalText(), as: number, at: place, formats.decimal(2))
    case .exact(let number): try write(number.exactText, at: place, formats.aside)
    case .zone(let zone):
      let look = ZoneLook(colour: zone.colour)
      try write(look.symbol.map { "\(zone.colour) \($0)" } ?? zone.colour, at: place, formats.zone(look))
      try write(zone.id.value, at: place + 1)
    case .flag(let flag): try write(flag ? (language == .id ? "ya" : "yes") : language == .id ? "tidak" : "no", at: place)
    case .run(let run): try write(results.editionName(of: run), at: place)
    }
  }

  private mutating func write(_ text: String, at place: UInt16, _ format: Workbook.Format? = nil) throws(ExportProblem) {
    guard text.utf8.count <= Workbook.longestText || text.utf16.count <= Workbook.longestText else { throw tooLong(text) }
    // An empty text with no format is no cell.
    guard !text.isEmpty || format != nil else { return }
    try book.check(worksheet_write_string(sheet, row, place, SheetLayout.literal(text), format))
    extent.cells += 1
  }

  /// A spreadsheet reads `_x0041_` in a text as the character of that number, unless the underscore before it is written so itself.
  static func literal(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      let isCode =
        byte == UInt8(ascii: "_") && place + 6 < bytes.count && bytes[place + 1] == UInt8(ascii: "x")
        && bytes[place + 6] == UInt8(ascii: "_") && bytes[(place + 2)...(place + 5)].allSatisfy { isHexadecimal($0) }
      out += isCode ? Array("_x005F_".utf8) : [byte]
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
  }

  /// Writes the binary number that is nearest to a decimal; beside it stands the exact one.
  private mutating func write(_ text: String, as number: Fraction, at place: UInt16, _ format: Workbook.Format?) throws(ExportProblem) {
    guard let value = Double(text), value.isFinite else { throw tooLarge(number) }
    try write(value, at: place, format)
  }

  private mutating func write(_ number: Double, at place: UInt16, _ format: Workbook.Format?) throws(ExportProblem) {
    try book.check(worksheet_write_number(sheet, row, place, number, format))
    extent.cells += 1
  }

  private var tooManyRows: ExportProblem {
    ExportProblem(
      what: Words(
        id: "lembar `\(table.title.id)` melebihi \(Workbook.mostRows) baris, batas berkas XLSX",
        en: "the sheet `\(table.title.en)` has more than \(Workbook.mostRows) rows, which an XLSX file cannot hold"),
      help: Words(
        id: "pakai `--sqlite` atau `--csv`, atau tabel bagian yang lebih kecil dengan `--parts-to`",
        en: "use `--sqlite` or `--csv`, or a smaller table of parts with `--parts-to`"))
  }

  private func tooLong(_ text: String) -> ExportProblem {
    let start = String(text.prefix(40))
    return ExportProblem(
      what: Words(
        id: "teks `\(start)...` melebihi \(Workbook.longestText) huruf, batas sel XLSX",
        en: "the text `\(start)...` has more than \(Workbook.longestText) characters, which a cell of an XLSX file cannot hold"),
      help: Words(id: "pakai `--sqlite` atau `--csv`", en: "use `--sqlite` or `--csv`"))
  }

  private func tooLarge(_ number: Fraction) -> ExportProblem {
    ExportProblem(
      what: Words(
        id: "angka \(number.exactText) terlalu besar untuk sel XLSX", en: "the number \(number.exactText) is too large for an XLSX cell"),
      help: Words(id: "pakai `--csv` atau `--json`", en: "use `--csv` or `--json`"))
  }
}

extension ResultColumn {
  /// The width of the column, in characters.
  fileprivate var width: Double {
    switch kind {
    case .words: 44
    case .exact: 26
    case .zone: 14
    case .whole, .flag, .run: 10
    case .decimal, .measure: 12
    case .text: ["name", "entity", "value", "what"].contains(id) ? 36 : 22
    }
  }
}
