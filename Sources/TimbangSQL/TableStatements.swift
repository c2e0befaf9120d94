internal import RuleDiagnostics
internal import RuleModel

/// The statements that make the input tables.
struct TableStatements {
  let text: String

  init(_ edition: Edition, _ settings: SQLSettings) {
    let dialect = settings.dialect
    let type = dialect == .spark ? "STRING" : dialect == .ansi ? "VARCHAR(200)" : "TEXT"
    let keys = edition.rungs.map { "  \(dialect.name($0.id.value)) \(type)" }
    func table(_ name: String, _ columns: [String]) -> String {
      "CREATE TABLE \(dialect.name(name)) (\n\((keys + columns).joined(separator: ",\n"))\n);\n"
    }
    text =
      table(settings.observations, ["  \(dialect.name("field")) \(type)", "  \(dialect.name(settings.valueColumn)) BIGINT"])
      + table(settings.entities, ["  \(dialect.name("kind")) \(type)"])
  }
}
