internal import BigInt

extension Enclosure {
  /// The natural logarithm of a positive number.
  ///
  /// The value is `2^k * n/d` with `3/4 <= n/d <= 3/2`, and its logarithm `k * ln 2 + 2 * artanh((n - d) / (n + d))`. The bounds are a few
  /// units of the last bit apart for each term of the series and for each of the k.
  ///
  /// - Complexity: O(bits) products of numbers of that many bits.
  init(logarithmOf value: Fraction, bits: Int) {
    let (numerator, denominator) = value.large
    var (n, d) = (numerator.magnitude, denominator.magnitude)
    var exponent = n.bitWidth - d.bitWidth
    if exponent > 0 { d <<= exponent } else { n <<= -exponent }
    // Both have the same number of bits now: 1/2 < n/d < 2.
    if n * 2 > d * 3 {
      d <<= 1
      exponent += 1
    } else if n * 4 < d * 3 {
      n <<= 1
      exponent -= 1
    }
    let fraction = Enclosure(artanhOf: n < d ? d - n : n - d, over: n + d, bits: bits) * 2
    let mantissa = n < d ? -fraction : fraction
    self = exponent == 0 ? mantissa : mantissa + Enclosure.logarithmOfTwo(bits: bits) * BigInt(exponent)
  }

  /// The natural logarithm of 2, which is `2 * artanh(1/3)`.
  static func logarithmOfTwo(bits: Int) -> Enclosure {
    guard bits <= longLogarithmOfTwo.bits else { return Enclosure(artanhOf: 1, over: 3, bits: bits) * 2 }
    let surplus = longLogarithmOfTwo.bits - bits
    return Enclosure(low: longLogarithmOfTwo.low >> surplus, high: (longLogarithmOfTwo.high >> surplus) + 1, bits: bits)
  }

  private static let longLogarithmOfTwo = Enclosure(artanhOf: 1, over: 3, bits: 384) * 2

  /// The inverse hyperbolic tangent of `z = numerator / denominator`, `0 <= z <= 1/3`, by its series `z + z^3/3 + z^5/5 + ...`.
  ///
  /// Why the bounds hold, in units of the last bit. Everything is cut downwards, so the sum is a lower bound. Upwards: z misses less than 1
  /// and its square less than `2z + 1 <= 5/3`, so each power misses less than 2: the first less than 1, the second less than
  /// `1 * 1/9 + 1/3 * 5/3 + 1 < 2`, and a later one less than `2 * 1/9 + 1/27 * 5/3 + 1 < 2`. The first term is not divided and misses less
  /// than 1, another less than `2/3 + 1 < 2`. The first power that is cut to 0 is less than 2 in truth, and with all that follow less than
  /// `2 / (1 - 1/9) < 3`.
  init(artanhOf numerator: BigUInt, over denominator: BigUInt, bits: Int) {
    assert(numerator * 3 <= denominator, "the series is bounded for a third at most")
    let z = (numerator << bits) / denominator
    let (low, terms) =
      if bits <= UInt128.longestSeries, let short = UInt128(exactly: z) {
        artanhSeries(short, bits: bits)
      } else {
        artanhSeries(z, bits: bits)
      }
    self.init(low: BigInt(low), high: BigInt(low + BigUInt(2 * terms + 3)), bits: bits)
  }
}

/// Returns `z + z^3/3 + z^5/5 + ...`, each term cut downwards, and the number of terms that are not cut to 0.
private func artanhSeries<Number: SeriesNumber>(_ z: Number, bits: Int) -> (sum: BigUInt, terms: UInt) {
  let square = z.product(z, bits: bits)
  var power = z
  var sum = z
  var terms: UInt = z.isZero ? 0 : 1
  while true {
    power = power.product(square, bits: bits)
    if power.isZero { return (sum.units, terms) }
    sum += power.quotient(2 * terms + 1)
    terms += 1
  }
}
