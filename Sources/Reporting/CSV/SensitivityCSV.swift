public import Exploring
internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// Writes how far scores, zones and ranks depend on weights, a row for each institution.
public struct SensitivityCSV: Sendable {
  /// The rows.
  public let text: String

  /// Writes all rows, with a column of draws for each colour.
  public init(_ sensitivity: Sensitivity) {
    let edition = sensitivity.scores.edition
    let places = edition.publishedPlaces
    var csv = CSVText()
    csv.row(
      [
        "institution", "name", "kind", "province", "total", "zone", "rank", "mean", "total_5", "total_95", "rank_5", "rank_95", "draws",
        "kept",
      ]
        + edition.zones.colours.map { "draws_\($0)" })
    for row in sensitivity.rows {
      let entity = row.entity
      csv.row(
        [
          entity.path, entity.name, entity.kind ?? "", entity.province ?? "", row.published.reported.fixedText(places: places),
          row.published.zone?.colour ?? "", String(row.published.rank), row.mean.fixedText(places: places + 2),
          row.totals.low.fixedText(places: places), row.totals.high.fixedText(places: places), String(row.ranks.low),
          String(row.ranks.high),
          String(sensitivity.noise.draws), String(row.kept),
        ] + row.zones.filter { $0.colour != nil }.map { String($0.draws) })
    }
    text = csv.text
  }
}
