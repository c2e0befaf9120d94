public import Exploring
internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// Writes what other rules or observations do to everybody, a row for each institution.
public struct ImpactCSV: Sendable {
  /// The rows.
  public let text: String

  /// Writes all rows.
  public init(_ impact: Impact) {
    let (old, new) = (impact.old.edition, impact.new.edition)
    let places = max(old.publishedPlaces, new.publishedPlaces)
    var csv = CSVText()
    csv.row([
      "institution", "name", "kind", "province", "from_edition", "from_total", "from_zone", "from_rank", "to_edition", "to_total",
      "to_zone",
      "to_rank", "change", "nearest_line", "distance",
    ])
    let side = { (edition: Edition, standing: Impact.Standing?) -> [String] in
      [
        edition.name, standing?.reported.fixedText(places: places) ?? "", standing?.zone?.colour ?? "",
        standing.map { String($0.rank) } ?? "",
      ]
    }
    for row in impact.rows {
      let line = [row.nearest?.zone.from.value.decimalText() ?? "", row.nearest?.distance.decimalText() ?? ""]
      csv.row(
        [row.entity.path, row.entity.name, row.entity.kind ?? "", row.entity.province ?? ""] + side(old, row.from) + side(new, row.to)
          + [row.shift?.fixedText(places: places) ?? ""] + line)
    }
    text = csv.text
  }
}
