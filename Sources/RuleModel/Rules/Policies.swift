/// What a part is worth when an observation that should have been recorded was not.
public enum MissingPolicy: Sendable, Equatable, Hashable {
  /// No score is given; the missing observation is named.
  case error
  /// The bottom of the scale.
  case zero
  /// The part is left out with its weight.
  case skip
  /// A fixed score.
  case value(Fraction)
}

/// What a part is worth when it does not apply.
public enum NotApplicablePolicy: String, Sendable, CaseIterable {
  /// The part is left out with its weight.
  case skip
  /// The bottom of the scale.
  case zero
  /// The top of the scale.
  case full
}
