internal import Comparison
public import RuleDiagnostics
public import RuleModel
internal import Scoring

extension CheckedEdition {
  /// Writes a text of SQL that splits the change of every institution since an earlier edition's year along the observed path: the scores of
  /// the worlds A, P, P+S and B, and what each block is worth. Reports why it cannot be written, and then returns nil.
  ///
  /// It reads a table of observations for each year. Complexity: as for three texts of scores.
  public func explanationSQL(since old: CheckedEdition, _ settings: SQLSettings, log: inout DiagnosticLog) -> String? {
    guard YearComparison.canCompare(old.edition, edition, log: &log) else { return nil }
    do throws(Refusal) {
      let program = try ExplanationProgram(old, self, settings).program
      return """
        -- \(edition.family) \(old.edition.name) to \(edition.name), explain, \(settings.dialect.rawValue)
        -- \(settings.earlierObservations), \(settings.observations)(\(edition.rungs.map(\.id.value).joined(separator: ", ")), field, \
        \(settings.valueColumn)), \(settings.entities)(\(edition.rungs.map(\.id.value).joined(separator: ", ")), kind)

        """ + SQLWriter(dialect: settings.dialect).text(program)
    } catch {
      log.error(error.code, at: error.range, error.message, help: error.help)
      return nil
    }
  }

  /// Writes the statements that make the empty tables of two years. Complexity: linear in the rungs.
  public func tablesSQL(sinceEarlierYear settings: SQLSettings) -> String {
    TableStatements(edition, settings, hasEarlierYear: true).text
  }
}
