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
  /// Returns this number times 10 to the power of `places` as a whole number, rounded by `mode`.
  func scaled(places: Int, mode: RoundingMode) -> BigInt {
    let (n, d) = large
    let (quotient, remainder) = (n.magnitude * BigUInt(10).power(places)).quotientAndRemainder(dividingBy: d.magnitude)
    let twice = remainder * 2
    let away =
      switch mode {
      case .halfUp: twice >= d.magnitude
      case .halfEven: twice > d.magnitude || (twice == d.magnitude && quotient % 2 == 1)
      case .up: remainder > 0
      case .down: false
      }
    return BigInt(sign: n.sign, magnitude: away ? quotient + 1 : quotient)
  }

  /// Returns the nearest number with `places` decimals by `mode`.
  public func rounded(places: Int, mode: RoundingMode) -> Fraction {
    Fraction(reducing: scaled(places: places, mode: mode), BigInt(10).power(places))
  }
}
