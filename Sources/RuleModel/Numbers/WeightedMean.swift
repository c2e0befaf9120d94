extension Fraction {
  /// Returns the exact weighted mean of at least one number. The weights are positive.
  ///
  /// Small numbers are brought to one denominator and reduced once at the end. Complexity: linear in the number of members.
  public static func weightedMean(_ members: [(weight: Fraction, value: Fraction)]) -> Fraction {
    if let mean = smallWeightedMean(members) { return mean }
    var sum = Fraction.zero
    var weights = Fraction.zero
    for member in members {
      sum += member.weight * member.value
      weights += member.weight
    }
    return sum / weights
  }

  /// The same as long as everything fits in 128 bits; nil otherwise.
  private static func smallWeightedMean(_ members: [(weight: Fraction, value: Fraction)]) -> Fraction? {
    var weightUnit: Int64 = 1
    var valueUnit: Int64 = 1
    for member in members {
      guard case .small(_, let weight) = member.weight.parts, case .small(_, let value) = member.value.parts,
        extend(&weightUnit, to: weight), extend(&valueUnit, to: value)
      else { return nil }
    }
    var sum: Int128 = 0
    var weights: Int128 = 0
    for member in members {
      guard case .small(let n, let d) = member.weight.parts, case .small(let a, let b) = member.value.parts else { return nil }
      let weight = Int128(n) * Int128(d == weightUnit ? 1 : weightUnit / d)
      let value = Int128(a) * Int128(b == valueUnit ? 1 : valueUnit / b)
      let (product, overflow1) = weight.multipliedReportingOverflow(by: value)
      let (total, overflow2) = sum.addingReportingOverflow(product)
      let (all, overflow3) = weights.addingReportingOverflow(weight)
      guard !(overflow1 || overflow2 || overflow3) else { return nil }
      (sum, weights) = (total, all)
    }
    let (denominator, overflow) = weights.multipliedReportingOverflow(by: Int128(valueUnit))
    return overflow ? nil : Fraction(reducing: sum, denominator)
  }

  /// Makes `unit` a multiple of `denominator`; false if that needs more than 64 bits.
  private static func extend(_ unit: inout Int64, to denominator: Int64) -> Bool {
    guard unit != denominator, unit % denominator != 0 else { return true }
    let divisor = Int64(truncatingIfNeeded: greatestCommonDivisor(unit.magnitude, denominator.magnitude))
    let (multiple, overflow) = unit.multipliedReportingOverflow(by: denominator / divisor)
    unit = multiple
    return !overflow
  }
}
