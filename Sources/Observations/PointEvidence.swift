/// What the numbers of one field of one file tell about their points: `1.250` alone may be thousands or decimals.
///
/// One number that cannot have grouped thousands tells that the points are decimal: `1.25`, `0.250`, or `1250` without a point.
struct PointEvidence {
  private var hasDoubt = false
  private var hasProof = false

  /// Takes a number of the field into account.
  mutating func take(_ text: DecimalText) {
    switch text.mark {
    case .point where text.mayGroupThousands: hasDoubt = true
    case .point: hasProof = true
    case .none where text.wholeDigits > 3: hasProof = true
    case .none, .comma: break
    }
  }

  /// Whether there are numbers that may mean two things, and nothing tells which.
  var leavesDoubt: Bool { hasDoubt && !hasProof }
}
