public import RuleModel
public import Scoring

/// The zone step above an institution's own, and what its total lacks.
public struct NextStep: Sendable {
  /// The step.
  public let step: ZoneStep
  /// The lowest total that gives it.
  public let threshold: ZoneThreshold
  /// The points that are missing, rounded so that so many are always enough.
  public let missing: Fraction
}

extension ScoreTable {
  /// Returns the step above the one that an institution has; nil on the highest step, and without a score.
  ///
  /// What could be done about it is a search, ``target(_:of:log:)``.
  public func nextStep(of institution: Int) -> NextStep? {
    guard let total = total(of: institution) else { return nil }
    for step in edition.zones.steps {
      let threshold = ZoneThreshold(of: step, in: edition)
      guard !threshold.isReached(by: total) else { continue }
      return NextStep(
        step: step, threshold: threshold, missing: threshold.printedMissing(from: total, places: edition.publishedPlaces))
    }
    return nil
  }
}
