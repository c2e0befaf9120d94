internal import RuleDiagnostics
internal import RuleModel

/// One thing that must hold for the rules of an edition. A check has a file of its own.
protocol Check: Sendable {
  /// Reports what does not hold.
  func run(_ rules: CheckedRules, log: inout DiagnosticLog)
}

/// Every check, in the order in which findings of one file are told.
let allChecks: [any Check] = [
  DuplicateIDCheck(), EmptyGroupCheck(), WeightCheck(), WeightsSumCheck(), RungCheck(), LadderWeightCheck(), FieldTypeCheck(),
  ChecklistCheck(),
  LevelScoresCheck(), BandRowsCheck(), ScoreScaleCheck(), RoundingCheck(), ZoneLinesCheck(), SourceCheck(), UnusedFieldCheck(),
  CarryCheck(),
]
