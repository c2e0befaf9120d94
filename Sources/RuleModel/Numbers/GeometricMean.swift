internal import BigInt

/// The weighted geometric mean, `Π value^(weight / Σ weights)`, rounded half up.
///
/// The mean is a root, and irrational as a rule. It is rounded exactly all the same: the digits are those of the true real number, and a
/// tie, such as the mean 2.5 of 1.25 and 5 at 0 places, goes up. Only the shares of the weights matter, not their sum, and the order of the
/// members does not.
///
/// It is a tie if `Π value^weight = (m / (2 * 10^places))^(Σ weights)` for an odd m, with weights made whole. That is decided without any
/// of these powers, by ``PowerProduct/isOne``; how the rest is decided, ``roundedWithCertainty(twice:isTwice:)`` says.
///
/// - Parameters:
///   - members: at least one; weights greater than 0, values of 0 or more. A value of 0 makes the mean 0.
///   - places: the decimals to round at, 0 to 12.
/// - Returns: the mean, in the unit of the values. Other arguments than these are the caller's mistake and stop the program.
/// - Complexity: a logarithm for each different value and one power of e, a few hundred steps with numbers of two words. The size of the
///   weights hardly counts. Near a tie the steps are repeated with more bits.
/// - Source: R. Brent and P. Zimmermann, "Modern Computer Arithmetic" (2010), chapter 4, for the series and their reduction.
package func geometricMean(_ members: [(weight: Fraction, value: Fraction)], places: Int) -> Fraction {
  precondition(!members.isEmpty, "there is no mean of nothing")
  precondition(members.allSatisfy { $0.weight.signum > 0 }, "the weights of a geometric mean are greater than 0")
  precondition(members.allSatisfy { $0.value.signum >= 0 }, "the values of a geometric mean are 0 or more")
  precondition(roundablePlaces.contains(places), "a geometric mean is rounded at 0 to 12 decimals")
  if members.contains(where: { $0.value.isZero }) { return .zero }
  let factors = factors(of: members)
  if factors.count == 1 { return factors[0].value.rounded(places: places, mode: .halfUp) }

  let degree = factors.reduce(BigInt(0)) { $0 + $1.exponent }
  let twiceUnits = BigUInt(10).power(places) * 2
  let units = roundedWithCertainty { bits in
    let sum = factors.dropFirst().reduce(factors[0].logarithm(bits: bits)) { $0 + $1.logarithm(bits: bits) }
    return (sum / degree).exponential(times: twiceUnits)
  } isTwice: { candidate in
    var product = PowerProduct()
    for factor in factors { product.multiply(factor.value, toThe: factor.exponent) }
    product.multiply(Fraction(reducing: BigInt(candidate), BigInt(twiceUnits)), toThe: -degree)
    return product.isOne
  }
  return Fraction(units: units, places: places)
}

/// A value and how many times it counts, once the weights are whole numbers.
private struct Factor {
  let value: Fraction
  var exponent: BigInt

  func logarithm(bits: Int) -> Enclosure {
    Enclosure(logarithmOf: value, bits: bits) * exponent
  }
}

/// The different values, with weights that are whole.
private func factors(of members: [(weight: Fraction, value: Fraction)]) -> [Factor] {
  let weights = members.map { $0.weight.large }
  let common = weights.reduce(BigInt(1)) { multiple, weight in
    multiple == weight.denominator ? multiple : multiple / multiple.greatestCommonDivisor(with: weight.denominator) * weight.denominator
  }
  var factors: [Factor] = []
  for (member, weight) in zip(members, weights) {
    let exponent = weight.numerator * (common / weight.denominator)
    if let known = factors.firstIndex(where: { $0.value == member.value }) {
      factors[known].exponent += exponent
    } else {
      factors.append(Factor(value: member.value, exponent: exponent))
    }
  }
  return factors
}
