/// Two values between which a group is brought to the scale: what its parts give together at `worst` becomes the lowest score, at `best`
/// the highest, and what lies between them stands on the straight line.
public struct Goalposts: Sendable, Equatable, Hashable {
  /// The combined value that becomes the lowest score.
  public let worst: Fraction
  /// The combined value that becomes the highest score; it may be below `worst`.
  public let best: Fraction
  /// Whether values beyond the two keep the score of the nearer one. Otherwise they have none.
  public let clamp: Bool

  /// Makes goalposts; the two must differ.
  public init(worst: Fraction, best: Fraction, clamp: Bool) {
    self.worst = worst
    self.best = best
    self.clamp = clamp
  }

  /// Returns the score of a combined value. Without `clamp` it may lie outside the scale.
  public func score(of value: Fraction, on scale: ClosedRange<Fraction>) -> Fraction {
    let share = (value - worst) / (best - worst)
    let kept = clamp ? min(max(share, .zero), .one) : share
    return scale.lowerBound + kept * (scale.upperBound - scale.lowerBound)
  }

  /// Returns the combined value that has a score. Complexity: constant.
  public func value(of score: Fraction, on scale: ClosedRange<Fraction>) -> Fraction {
    worst + (score - scale.lowerBound) / (scale.upperBound - scale.lowerBound) * (best - worst)
  }
}
