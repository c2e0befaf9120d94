internal import BigInt

/// A product of powers of positive numbers, `base^exponent * ...`, that is never multiplied out.
struct PowerProduct: Sendable {
  private var powers: [(base: BigUInt, exponent: BigInt)] = []

  /// Multiplies by a power. `base` must be positive.
  mutating func multiply(_ base: Fraction, toThe exponent: BigInt) {
    let (numerator, denominator) = base.large
    precondition(numerator > 0, "only powers of positive numbers are multiplied")
    powers.append((numerator.magnitude, exponent))
    powers.append((denominator.magnitude, -exponent))
  }

  /// Whether the product is exactly 1, however large the exponents are.
  ///
  /// Two bases with a common divisor g are split, `a^x * b^y = (a/g)^x * g^(x+y) * (b/g)^y`, until no two bases share a divisor. The
  /// product stays the same all the while, and each split divides the product of the bases by g, so there is an end. A base of 1 or an
  /// exponent of 0 is a factor of 1 and is dropped. If a base is left at the end, its primes divide no other base, so they stand in the
  /// product with an exponent other than 0, and the product is not 1. If none is left, it is 1.
  ///
  /// - Complexity: at most as many splits as the bases have bits, each with a greatest common divisor per base. The exponents are only
  ///   added, so their size hardly counts.
  /// - Source: E. Bach, J. Driscoll, J. Shallit, "Factor refinement", Journal of Algorithms 15 (1993).
  var isOne: Bool {
    var pending = powers
    var coprime: [(base: BigUInt, exponent: BigInt)] = []
    while let next = pending.popLast() {
      guard next.base > 1, !next.exponent.isZero else { continue }
      var common: BigUInt = 1
      let partner = coprime.firstIndex {
        common = commonDivisor($0.base, next.base)
        return common > 1
      }
      guard let partner else {
        coprime.append(next)
        continue
      }
      let old = coprime.remove(at: partner)
      pending.append((old.base / common, old.exponent))
      pending.append((next.base / common, next.exponent))
      pending.append((common, old.exponent + next.exponent))
    }
    return coprime.isEmpty
  }
}

private func commonDivisor(_ a: BigUInt, _ b: BigUInt) -> BigUInt {
  a == b ? a : a.greatestCommonDivisor(with: b)
}
