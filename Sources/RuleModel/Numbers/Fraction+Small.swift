// The way between a number and two machine words, for arithmetic over whole columns.

extension Fraction {
  /// Both parts, reduced and the denominator positive, if they fit in 64 bits; the numerator is not the smallest number then.
  package var small: (numerator: Int64, denominator: Int64)? {
    guard case .small(let numerator, let denominator) = parts else { return nil }
    return (numerator, denominator)
  }

  /// Makes `numerator / denominator`, reduced. The denominator must be positive and the numerator not the smallest number.
  package init(small numerator: Int64, over denominator: Int64) {
    assert(denominator > 0 && numerator != .min, "a pair of words that is no number")
    self.init(reducing: numerator, denominator)
  }

  /// Makes `numerator / denominator`, reduced. The denominator must be positive.
  package init(wide numerator: Int128, over denominator: Int128) {
    assert(denominator > 0, "a pair of words that is no number")
    self.init(reducing: numerator, denominator)
  }
}

/// Returns the least common multiple of two positive numbers; nil if it needs more than 62 bits.
package func leastCommonMultiple(_ first: Int64, _ second: Int64) -> Int64? {
  if first == second || first % second == 0 { return first }
  let divisor = Int64(greatestCommonDivisor(first.magnitude, second.magnitude))
  let (product, overflow) = first.multipliedReportingOverflow(by: second / divisor)
  return overflow || product >= 1 << 62 ? nil : product
}
