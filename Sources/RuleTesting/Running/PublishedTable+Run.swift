internal import RuleDiagnostics
internal import RuleModel

extension PublishedTable {
  /// Classifies each total by the lines of `edition`.
  func run(under edition: CheckedEdition) -> TestOutcome {
    var comparisons = Comparisons()
    for row in rows {
      let step = edition.edition.zones.step(for: row.total)
      let isStep = edition.edition.zones.steps.contains { $0.id.value == row.zone }
      comparisons.compare(
        Words(same: "`\(row.name)` \(row.total.decimalText())"), .name(row.zone), .optional(isStep ? step?.id.value : step?.colour),
        at: row.range)
    }
    return comparisons.outcome(.published, name)
  }
}
