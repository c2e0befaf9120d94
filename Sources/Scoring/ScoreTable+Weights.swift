package import RuleModel

extension ScoreTable {
  /// What an entity counts beside its siblings, as the rules write it; nil if the ladder gives it no weight.
  package func weight(of entity: Int, on rung: Int) -> Fraction? {
    rung == 0 ? .one : survey.weight(of: entity, on: rung, plan.combines[rung])
  }
}
