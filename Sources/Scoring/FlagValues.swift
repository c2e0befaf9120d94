internal import Expressions
public import RuleModel

extension ScoreTable {
  /// Returns what each flag of the edition says of an institution, nil where an observation that it needs is missing.
  ///
  /// Complexity: one evaluation for each flag.
  public func flags(of institution: Int) -> [(flag: Flag, value: Bool?)] {
    zip(edition.flags, plan.flags).map { flag, condition in
      guard case .boolean(let value) = condition.value(of: institution, on: 0, in: survey) else { return (flag, nil) }
      return (flag, value)
    }
  }
}
