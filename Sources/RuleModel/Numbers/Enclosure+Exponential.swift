internal import BigInt

extension Enclosure {
  /// The bounds of `factor * e^x` for this number x, each rounded down to a whole number. x must be known to a quarter.
  ///
  /// `e^x` is `2^k * e^r` with `x = k * ln 2 + r` and r between 0 and `ln 2 < 0.7`.
  ///
  /// Why the bounds hold, in units of the last bit. `e^low(r)` is the series `1 + r + r^2/2 + ...`, cut downwards, so the sum is a lower
  /// bound. Upwards: the first term is exact, and term k misses at most `1 + 0.7/k` times what the one before misses: less than 2 each. The
  /// first term that is cut to 0 is less than 2 in truth, and with all that follow less than 4. From `low(r)` to `high(r)` the power grows
  /// at most by the factor `1 + 2 * (high(r) - low(r))`, because `e^t <= 1 + 2t` for `0 <= t <= 1`.
  ///
  /// - Complexity: O(bits) products of numbers of that many bits.
  func exponential(times factor: BigUInt) -> (low: BigUInt, high: BigUInt) {
    let two = Enclosure.logarithmOfTwo(bits: bits)
    // The quotient rounded down, by the bound of ln 2 that leaves no rest below 0.
    let exponent = low.sign == .plus ? low / two.high : (low - two.low + 1) / two.low
    let rest = self + -(two * exponent)
    let width = rest.high - rest.low
    assert(rest.low.sign == .plus && rest.low <= two.high, "the rest is between 0 and ln 2")
    precondition(width << 2 <= BigInt(1) << bits, "a power is bounded only for an exponent that is known to a quarter")

    let r = rest.low.magnitude
    let (low, terms) =
      if bits <= UInt128.longestSeries, let short = UInt128(exactly: r) {
        exponentialSeries(short, from: UInt128(1) << bits, bits: bits)
      } else {
        exponentialSeries(r, from: BigUInt(1) << bits, bits: bits)
      }
    let bound = low + BigUInt(2 * terms + 4)
    let high = bound + ((bound * width.magnitude) >> (bits - 1)) + 1
    let surplus = BigInt(bits) - exponent
    return ((low * factor) >> surplus, (high * factor) >> surplus)
  }
}

/// Returns `1 + r + r^2/2 + ...`, each term cut downwards, and the number of terms that are not cut to 0.
private func exponentialSeries<Number: SeriesNumber>(_ r: Number, from one: Number, bits: Int) -> (sum: BigUInt, terms: UInt) {
  var term = one
  var sum = one
  var terms: UInt = 1
  while true {
    term = term.product(r, bits: bits).quotient(terms)
    if term.isZero { return (sum.units, terms) }
    sum += term
    terms += 1
  }
}
