internal import BigInt

/// A real number that is known to lie between two binary fractions: `low / 2^bits ... high / 2^bits`.
///
/// Logarithms and roots are hardly ever rational, so they are held between bounds that are proven, never approximated. Every operation
/// rounds outwards: what comes out encloses the result for every number that the operands enclose.
struct Enclosure: Sendable {
  // INVARIANT: low <= high.
  let low: BigInt
  let high: BigInt
  let bits: Int

  init(low: BigInt, high: BigInt, bits: Int) {
    assert(low <= high, "the bounds of a number are in order")
    (self.low, self.high, self.bits) = (low, high, bits)
  }

  static func + (left: Enclosure, right: Enclosure) -> Enclosure {
    assert(left.bits == right.bits, "bounds are added at the same number of bits")
    return Enclosure(low: left.low + right.low, high: left.high + right.high, bits: left.bits)
  }

  static prefix func - (value: Enclosure) -> Enclosure {
    Enclosure(low: -value.high, high: -value.low, bits: value.bits)
  }

  static func * (value: Enclosure, factor: BigInt) -> Enclosure {
    factor.sign == .plus
      ? Enclosure(low: value.low * factor, high: value.high * factor, bits: value.bits)
      : Enclosure(low: value.high * factor, high: value.low * factor, bits: value.bits)
  }

  /// The quotient by a positive whole number.
  static func / (value: Enclosure, divisor: BigInt) -> Enclosure {
    Enclosure(low: value.low / divisor - 1, high: value.high / divisor + 1, bits: value.bits)
  }

  /// The bounds of the distance from 0, if they leave no doubt that the number is not 0.
  var magnitude: (low: BigUInt, high: BigUInt)? {
    if low > 0 { return (low.magnitude, high.magnitude) }
    if high < 0 { return (high.magnitude, low.magnitude) }
    return nil
  }
}
