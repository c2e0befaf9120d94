internal import Expressions
internal import RuleDiagnostics
public import RuleModel

extension ScoreTable {
  /// Returns what each flag of the edition says of an institution, nil where an observation that it needs is missing.
  ///
  /// Complexity: one evaluation for each flag.
  public func flags(of institution: Int) -> [(flag: Flag, value: Bool?)] {
    edition.flags.map { flag in
      let columns = Dictionary(plan.fields.enumerated().map { ($1.id, $0) }) { first, _ in first }
      let condition = PlanFormula(flag.condition.value, from: 0, in: edition) { columns[$0] ?? 0 }
      guard case .boolean(let value) = condition.value(of: institution, on: 0, in: survey) else { return (flag, nil) }
      return (flag, value)
    }
  }
}
