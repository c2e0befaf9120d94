internal import RuleDiagnostics
internal import RuleModel

/// The end of a zone or a band as a regulation prints it. It decides nothing: a step ends where the next one begins.
struct PrintedEnd {
  /// What is cut into steps.
  enum Ladder {
    case zones
    /// The bands over the values of a field.
    case bands(field: String)
  }

  /// The last number of the step.
  let to: Marked<Fraction>
  /// Where the next step begins; nil for the last.
  let next: Fraction?
  /// What is cut into steps.
  let ladder: Ladder
}
