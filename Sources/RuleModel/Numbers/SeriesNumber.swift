internal import BigInt

/// A number of 0 or more in units of `2^-bits`, with the three operations that a series needs, all cut downwards.
///
/// Two words are enough for nearly every logarithm and are several times as fast as a number of any size; the series are the same for both.
protocol SeriesNumber: Comparable {
  static func += (left: inout Self, right: Self)
  /// The product, for factors that are less than 2.
  func product(_ other: Self, bits: Int) -> Self
  func quotient(_ divisor: UInt) -> Self
  /// 0 if less than a unit was left.
  var isZero: Bool { get }
  /// The number of units.
  var units: BigUInt { get }
}

extension UInt128: SeriesNumber {
  /// The most bits at which numbers of less than 4 fit.
  static let longestSeries = 126

  func product(_ other: UInt128, bits: Int) -> UInt128 {
    let (high, low) = multipliedFullWidth(by: other)
    assert(high >> bits == 0, "the factors of a series are less than 2")
    return high << (128 - bits) | low >> bits
  }

  func quotient(_ divisor: UInt) -> UInt128 { self / UInt128(divisor) }
  var isZero: Bool { self == 0 }
  var units: BigUInt { BigUInt(self) }
}

extension BigUInt: SeriesNumber {
  func product(_ other: BigUInt, bits: Int) -> BigUInt { (self * other) >> bits }
  func quotient(_ divisor: UInt) -> BigUInt { self / BigUInt(divisor) }
  var units: BigUInt { self }
}
