internal import RuleDiagnostics
internal import RuleModel

/// One thing that must hold for the rules of an edition. A check has a file of its own.
protocol Check: Sendable {
  /// Reports what does not hold. Groups in `unreliable` could not be read whole; what follows from that is not reported again.
  func run(_ edition: Edition, unreliable: Set<String>, log: inout DiagnosticLog)
}

/// Every check, in the order in which findings of one file are told.
let allChecks: [any Check] = [
  DuplicateIDCheck(), EmptyGroupCheck(), WeightCheck(), WeightsSumCheck(), RungCheck(), LadderWeightCheck(), FieldTypeCheck(), ChecklistCheck(),
  LevelScoresCheck(), BandRowsCheck(), ScoreScaleCheck(), RoundingCheck(), ZoneLinesCheck(), SourceCheck(), UnusedFieldCheck(),
]
