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

/// Brings numbers of 0 or more to one unit: `numbers[i] == whole[i] / unit`; nil if a whole number is not below `bound`, or the unit not below
/// `finest`. Neither may be more than 2 to the power of 62.
package func wholeNumbers(
  _ numbers: [Fraction], below bound: Int64 = 1 << 31, finest: Int64 = 1 << 31
) -> (whole: [Int64], unit: Int64)? {
  var unit: Int64 = 1
  for number in numbers {
    guard let (_, denominator) = number.small, let next = leastCommonMultiple(unit, denominator), next < finest else { return nil }
    unit = next
  }
  var whole: [Int64] = []
  for number in numbers {
    guard let (numerator, denominator) = number.small else { return nil }
    let (product, overflow) = numerator.multipliedReportingOverflow(by: unit / denominator)
    guard !overflow, product >= 0, product < bound else { return nil }
    whole.append(product)
  }
  return (whole, unit)
}
