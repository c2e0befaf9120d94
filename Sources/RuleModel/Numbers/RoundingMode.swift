internal import BigInt

/// What happens to the digits that are cut.
public enum RoundingMode: String, Sendable, CaseIterable {
  /// To the nearest; a tie goes away from zero (77.995 to two places is 78.00).
  case halfUp = "half_up"
  /// To the nearest; a tie goes to the even digit.
  case halfEven = "half_even"
  /// Away from zero.
  case up
  /// Towards zero.
  case down
}

extension Fraction {
  /// 1, 10, 100 and so on, as far as they fit in 64 bits.
  package static let powersOfTen: [Int64] = (0...18).map { power in (0..<power).reduce(1) { product, _ in product * 10 } }

  /// Returns this number times 10 to the power of `places` as a whole number, rounded by `mode`.
  func scaled(places: Int, mode: RoundingMode) -> BigInt {
    let (n, d) = large
    let (quotient, remainder) = (n.magnitude * BigUInt(10).power(places)).quotientAndRemainder(dividingBy: d.magnitude)
    let twice = remainder * 2
    let isAway = mode.goesAway(
      isOdd: quotient % 2 == 1, isOverHalf: twice > d.magnitude, isHalf: twice == d.magnitude, isWhole: remainder == 0)
    return BigInt(sign: n.sign, magnitude: isAway ? quotient + 1 : quotient)
  }

  /// The same where it can be had within 64 bits; nil otherwise.
  func smallScaled(places: Int, mode: RoundingMode) -> Int64? {
    guard case .small(let n, let d) = parts, places < Fraction.powersOfTen.count else { return nil }
    let (product, overflow) = n.magnitude.multipliedReportingOverflow(by: UInt64(Fraction.powersOfTen[places]))
    guard !overflow else { return nil }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: d.magnitude)
    // The denominator is less than half of what 64 bits hold.
    let twice = remainder * 2
    let isAway = mode.goesAway(
      isOdd: quotient % 2 == 1, isOverHalf: twice > d.magnitude, isHalf: twice == d.magnitude, isWhole: remainder == 0)
    return Int64(exactly: isAway ? quotient + 1 : quotient).map { n < 0 ? -$0 : $0 }
  }

  /// The digits of this number times 10 to the power of `places`, rounded by `mode`.
  func scaledText(places: Int, mode: RoundingMode) -> (isNegative: Bool, digits: String) {
    if let scaled = smallScaled(places: places, mode: mode) { return (scaled < 0, String(scaled.magnitude)) }
    let scaled = scaled(places: places, mode: mode)
    return (scaled < 0, String(scaled.magnitude))
  }

  /// Returns the nearest number with `places` decimals by `mode`.
  public func rounded(places: Int, mode: RoundingMode) -> Fraction {
    if let scaled = smallScaled(places: places, mode: mode) { return Fraction(reducing: scaled, Fraction.powersOfTen[places]) }
    return Fraction(reducing: scaled(places: places, mode: mode), BigInt(10).power(places))
  }
}

extension RoundingMode {
  /// Whether a number that is cut goes one unit away from zero.
  package func goesAway(isOdd: Bool, isOverHalf: Bool, isHalf: Bool, isWhole: Bool) -> Bool {
    switch self {
    case .halfUp: isOverHalf || isHalf
    case .halfEven: isOverHalf || isHalf && isOdd
    case .up: !isWhole
    case .down: false
    }
  }
}
