internal import RuleDiagnostics
internal import RuleModel

/// One thing that must hold for the rules of an edition. A check has a file of its own.
protocol Check: Sendable {
  /// Reports what does not hold.
  func run(_ rules: CheckedRules, log: inout DiagnosticLog)
}

/// What must hold for every edition, in the order in which findings of one file are told.
let allChecks: [any Check] = [
  DuplicateIDCheck(), EmptyGroupCheck(), WeightCheck(), WeightsSumCheck(), RungCheck(), LadderWeightCheck(), FieldTypeCheck(),
  ChecklistCheck(),
  LevelScoresCheck(), BandRowsCheck(), ScoreScaleCheck(), RoundingCheck(), ZoneLinesCheck(), PrintedEndCheck(), SourceCheck(),
  UnusedFieldCheck(), CarryCheck(),
]

/// What is worth knowing about an edition in which nothing is wrong.
let adviceChecks: [any Check] = [
  UnusedSourceCheck(), ReachableZonesCheck(), RepeatedLabelCheck(), StatedCountCheck(), EmptiedGroupCheck(), FormulaShareCheck(),
]

/// What is worth knowing about the way from one edition to the next.
let stepChecks: [any Check] = [FieldNotRecordedCheck(), ReusedIDCheck(), ChangeSubsetCheck()]
