internal import RuleDiagnostics
internal import RuleModel

/// The statements that make the input tables.
struct TableStatements {
  let text: String

  /// Writes them; with `hasEarlierYear` also that of the earlier year's observations.
  init(_ edition: Edition, _ settings: SQLSettings, hasEarlierYear: Bool = false) {
    let dialect = settings.dialect
    let type = dialect == .spark ? "STRING" : dialect == .ansi ? "VARCHAR(200)" : "TEXT"
    let keys = edition.rungs.map { "  \(dialect.name($0.id.value)) \(type)" }
    func table(_ name: String, _ columns: [String]) -> String {
      "CREATE TABLE \(dialect.name(name)) (\n\((keys + columns).joined(separator: ",\n"))\n);\n"
    }
    let cells = ["  \(dialect.name("field")) \(type)", "  \(dialect.name(settings.valueColumn)) BIGINT"]
    text =
      (hasEarlierYear ? [settings.earlierObservations] : []).map { table($0, cells) }.joined() + table(settings.observations, cells)
      + table(settings.entities, ["  \(dialect.name("kind")) \(type)"])
  }
}
