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
  /// What was observed in the year of an earlier edition, read by the rules of this one; without that, no score is given.
  case carry(edition: String)

  /// Whether no score is given where nothing takes the place of the observation.
  public var insists: Bool {
    switch self {
    case .error, .carry: true
    case .zero, .skip, .value: false
    }
  }
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
