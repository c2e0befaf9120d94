public import RuleDiagnostics
public import RuleModel

/// A total that somebody published, with the zone that was published beside it.
public struct PublishedScore: Sendable, Equatable {
  /// The id of the institution.
  public let entity: String
  /// Its name.
  public let name: String
  /// The year of the assessment.
  public let year: Int
  /// The total.
  public let score: Fraction
  /// The colour, if one was published.
  public let zone: String?
  /// The category or letter, if one was published.
  public let category: String?
  /// Where the row stands.
  public let range: SourceRange
}

/// A table of published totals.
public struct PublishedScores: Sendable {
  /// The rows with a total, in the order of the file.
  public let rows: [PublishedScore]
  /// How many rows have no total, only a zone.
  public let withoutScore: Int

  private static let columns = [
    CSVColumn("entity_id", "institution", "id"), CSVColumn("entity_name", "name"), CSVColumn("year", "edition"),
    CSVColumn("score", "total"), CSVColumn("zone"), CSVColumn("category", isRequired: false), CSVColumn("type", "kind", isRequired: false),
    CSVColumn("source_url", "source", isRequired: false), CSVColumn("colour", isRequired: false), CSVColumn("run", isRequired: false),
    CSVColumn("province", isRequired: false), CSVColumn("total_exact", isRequired: false),
  ]

  /// Reads `entity_id,entity_name,year,score,zone[,category,type,source_url]`, or the table of scores that `export` writes, where `colour` is
  /// the zone and `zone` the category; nil after any error.
  public init?(_ file: SourceFile, log: inout DiagnosticLog) {
    let errorsBefore = log.errorCount
    let file = file.decoded
    guard var table = CSVTable(file, expecting: PublishedScores.columns, log: &log) else { return nil }
    let required = table.header.positions.prefix(5).compactMap(\.self)
    var rows: [PublishedScore] = []
    var withoutScore = 0
    var row = CSVRow()
    while table.next(into: &row, log: &log) {
      let text = { (column: Int) -> String in
        table.header.positions[column].map { String(decoding: row.cells[$0].text(in: file.bytes), as: UTF8.self) } ?? ""
      }
      // The columns by their numbers: the colour is the zone where there is one.
      let (zone, category) = table.header.positions[8] == nil ? (text(4), text(5)) : (text(8), text(4))
      guard !text(3).isEmpty else {
        withoutScore += 1
        continue
      }
      let number = table.dialect.separator == .semicolon ? withPoint(text(3)) : text(3)
      guard let score = Fraction(decimal: number), let year = Int(text(2)) else {
        let position = required[Fraction(decimal: number) == nil ? 3 : 2]
        log.error(
          .cellNotOfType, in: file, at: row.cells[position].outer,
          Words(
            id: "`\(visible(row.cells[position].text(in: file.bytes)))` bukan angka",
            en: "`\(visible(row.cells[position].text(in: file.bytes)))` is no number"),
          help: Words(id: "tulis seperti `79.36`, tahun seperti `2022`", en: "write it like `79.36`, a year like `2022`"))
        continue
      }
      rows.append(
        PublishedScore(
          entity: text(0), name: text(1), year: year, score: score, zone: zone.isEmpty ? nil : zone,
          category: category.isEmpty ? nil : category, range: file.range(row.outer.lowerBound, row.outer.upperBound)))
    }
    guard log.errorCount == errorsBefore else { return nil }
    self.rows = rows
    self.withoutScore = withoutScore
  }
}

/// A number with a decimal comma, which semicolons leave room for, with a point; a text that may mean thousands stays as it is.
private func withPoint(_ text: String) -> String {
  guard let decimal = DecimalText(Array(text.utf8).span), decimal.mark == .comma, !decimal.mayGroupThousands else { return text }
  return String(decoding: text.utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
}
