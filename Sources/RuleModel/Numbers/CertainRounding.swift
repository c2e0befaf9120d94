internal import BigInt

/// Returns a real number `x >= 0`, known by its bounds, as the nearest whole number; a tie goes up.
///
/// The bounds are tightened until both round to the same whole number, which is then x rounded. If they enclose a single tie, `x = m/2` for
/// an odd m, whether x *is* that tie is asked once. If so, x is rounded up. If not, x is some distance away from it, and bounds that are
/// tight enough tell on which side. So no digit of the answer rests on a guess, and there is an answer.
///
/// - Parameters:
///   - twice: the bounds of `2x`, rounded down to whole numbers, worked out with a number of bits; nil where these bits are too few. The
///     bounds must close in on `2x` as the bits grow.
///   - isTwice: whether `2x` is exactly this whole number.
/// - Complexity: a round for each doubling of the bits, from 96 until x is told from the nearest tie; one round, as a rule.
/// - Source: A. Ziv, "Fast evaluation of elementary mathematical functions with correctly rounded last bit", ACM Transactions on
///   Mathematical Software 17 (1991).
func roundedWithCertainty(twice: (Int) -> (low: BigUInt, high: BigUInt)?, isTwice: (BigUInt) -> Bool) -> BigUInt {
  var refuted: BigUInt?
  var bits = 96
  while true {
    if let bounds = twice(bits) {
      let low = (bounds.low + 1) >> 1
      let high = (bounds.high + 1) >> 1
      if low == high { return low }
      if high == low + 1, refuted != high {
        if isTwice(high * 2 - 1) { return high }
        refuted = high
      }
    }
    bits *= 2
  }
}

/// The decimals that a root or a logarithm can be rounded at.
let roundablePlaces = 0...12

extension Fraction {
  /// Makes `units / 10^places`.
  init(units: BigUInt, places: Int) {
    self.init(reducing: BigInt(units), BigInt(10).power(places))
  }
}
