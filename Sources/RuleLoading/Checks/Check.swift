package import RuleDiagnostics
internal import RuleModel

/// One thing that must hold for the rules of an edition. A check has a file of its own.
protocol Check: Sendable {
  /// The codes that it reports. Each has a page and a fixture that fails by this check.
  static var codes: [DiagnosticCode] { get }

  /// Reports what does not hold.
  func run(_ rules: CheckedRules, log: inout DiagnosticLog)
}

/// What must hold for every edition, in the order in which findings of one file are told.
let allChecks: [any Check] = [
  DuplicateIDCheck(), EmptyGroupCheck(), WeightCheck(), WeightsSumCheck(), RungCheck(), LadderWeightCheck(), ExpectedKindCheck(),
  FieldTypeCheck(),
  ChecklistCheck(),
  LevelScoresCheck(), BandRowsCheck(), ScoreScaleCheck(), RoundingCheck(), ZoneLinesCheck(), PrintedEndCheck(), SourceCheck(),
  UnusedFieldCheck(), CarryCheck(),
]

/// What is worth knowing about an edition in which nothing is wrong.
let adviceChecks: [any Check] = [
  UnusedSourceCheck(), GoalpostsCheck(), ReachableZonesCheck(), RepeatedLabelCheck(), StatedCountCheck(), EmptiedGroupCheck(),
  FormulaShareCheck(),
]

/// What is worth knowing about the way from one edition to the next.
let stepChecks: [any Check] = [FieldNotRecordedCheck(), ReusedIDCheck(), ChangeSubsetCheck()]

/// The name of each check with the codes that it reports, for the tests that hold its file, its pages and its fixtures together.
package let checkTable: [(name: String, codes: [DiagnosticCode])] = (allChecks + adviceChecks + stepChecks).map {
  ("\(type(of: $0))", type(of: $0).codes)
}
