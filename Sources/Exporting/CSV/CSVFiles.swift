public import RuleDiagnostics
internal import Reporting
internal import RuleModel

/// Lays tables of results out as CSV files.
public struct CSVFiles: Sendable {
  /// What stands before a text that a spreadsheet would otherwise run or change. A text that begins with the mark gets a second one.
  public static let textMark = "'"

  private let profile: CSVProfile
  private let language: Language

  /// Prepares to write.
  public init(_ profile: CSVProfile, language: Language) {
    self.profile = profile
    self.language = language
  }

  /// The name of a file that every folder of results holds.
  public static let sign = "metadata.csv"

  /// The name of the file of a table.
  public static func name(of table: ResultTable) -> String { "\(table.id).csv" }

  /// Returns the file of a table. Complexity: linear in the number of cells.
  public func file(_ table: ResultTable, of results: ResultTables) -> [UInt8] {
    var out = profile.start
    add(table.columns.flatMap(headings), to: &out)
    table.forEachRow { row in
      add(zip(table.columns, row).flatMap { cells($1, in: $0, results) }, to: &out)
    }
    return out
  }

  private func add(_ cells: [String], to out: inout [UInt8]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { out.append(profile.separator) }
      out += csvCell(cell, separator: profile.separator).utf8
    }
    out += profile.lineEnd.utf8
  }

  private func headings(_ column: ResultColumn) -> [String] {
    if profile == .id {
      switch column.kind {
      case .run: return [language == .id ? "Nomor" : "Run", column.title[language]]
      case .zone: return [column.title[language], column.title[language] + (language == .id ? " (jenjang)" : " (step)")]
      default: return [column.title[language]]
      }
    }
    return switch column.kind {
    case .run: ["run", "edition"]
    case .zone: ["\(column.id)colour", "\(column.id)zone"]
    case .words: ["\(column.id)_id", "\(column.id)_en"]
    default: [column.id]
    }
  }

  private func cells(_ cell: ResultCell, in column: ResultColumn, _ results: ResultTables) -> [String] {
    switch cell {
    case .none: Array(repeating: "", count: headings(column).count)
    case .text(let text): [marked(text)]
    case .words(let words): profile == .id ? [marked(words[language])] : [marked(words.id), marked(words.en)]
    case .whole(let number): [String(number)]
    case .decimal(let number, let places): [profile.number(number.fixedText(places: places))]
    case .measure(let number): [profile.number(number.decimalText())]
    // A whole number stays a number, also below zero.
    case .exact(let number): [number.isWhole || profile == .c ? number.exactText : CSVFiles.textMark + number.exactText]
    case .zone(let zone): [marked(zone.colour), marked(zone.id.value)]
    case .flag(let flag): [profile == .c ? (flag ? "true" : "false") : flag ? yes : no]
    case .run(let run): [String(run), marked(results.editionName(of: run))]
    }
  }

  private var yes: String { language == .id ? "ya" : "yes" }
  private var no: String { language == .id ? "tidak" : "no" }

  private func marked(_ text: String) -> String {
    SpreadsheetText.isRun(text) || profile == .id && SpreadsheetText.isChanged(text) ? CSVFiles.textMark + text : text
  }
}
