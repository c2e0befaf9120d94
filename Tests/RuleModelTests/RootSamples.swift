import RuleModel

/// Numbers for the tests of roots and logarithms that are the same for the same seed.
struct RootSamples {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A whole number in the range.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return range.lowerBound + Int(state % UInt64(range.count))
  }

  /// A decimal between 0 and 100, not 0.
  mutating func points(decimals: Int = 2) -> Fraction {
    let unit = power(of: Fraction(10), decimals).int ?? 1
    return Fraction(whole(1...100 * unit), unit)
  }
}

/// A positive decimal or fraction as text.
func rational(_ text: String) -> Fraction {
  guard let value = Fraction(exact: text) else { preconditionFailure("`\(text)` is no number") }
  return value
}

/// `base^exponent`, multiplied out; the exponent may be negative.
func power(of base: Fraction, _ exponent: Int) -> Fraction {
  if exponent < 0 { return .one / power(of: base, -exponent) }
  if exponent == 0 { return .one }
  let half = power(of: base, exponent / 2)
  return exponent % 2 == 0 ? half * half : half * half * base
}
