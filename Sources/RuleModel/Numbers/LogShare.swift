internal import BigInt

/// Where a value stands between two others on a logarithmic line, `(ln value - ln worst) / (ln best - ln worst)`, rounded half up.
///
/// 0 at `worst`, 1 at `best`, less than 0 or more than 1 outside; `best` may be the smaller of the two. The share is irrational as a rule.
/// It is rounded exactly all the same: the digits are those of the true real number, and a tie, such as 10 between 1 and 100 at 0 places,
/// goes away from 0, as everywhere.
///
/// It is a tie if `(value / worst)^(2 * 10^places) = (best / worst)^m` for an odd m. That is decided without either power, by
/// ``PowerProduct/isOne``; how the rest is decided, ``roundedWithCertainty(twice:isTwice:)`` says.
///
/// - Parameters:
///   - value: greater than 0.
///   - worst: greater than 0.
///   - best: greater than 0, and not `worst`.
///   - places: the decimals to round at, 0 to 12.
/// - Returns: the share, without a unit. Other arguments than these are the caller's mistake and stop the program.
/// - Complexity: two logarithms, about a hundred steps with numbers of two words. Near a tie, or where `best` is very close to `worst`, the
///   steps are repeated with more bits.
package func logShare(of value: Fraction, worst: Fraction, best: Fraction, places: Int) -> Fraction {
  precondition(value.signum > 0 && worst.signum > 0 && best.signum > 0, "only numbers greater than 0 have a logarithm")
  precondition(worst != best, "a line needs two ends")
  precondition(roundablePlaces.contains(places), "a share is rounded at 0 to 12 decimals")
  if value == worst { return .zero }
  let isTowardsBest = (value > worst) == (best > worst)

  let twiceUnits = BigUInt(10).power(places) * 2
  let units = roundedWithCertainty { bits in
    guard let part = Enclosure(logarithmOf: value / worst, bits: bits).magnitude,
      let whole = Enclosure(logarithmOf: best / worst, bits: bits).magnitude
    else { return nil }
    return (part.low * twiceUnits / whole.high, part.high * twiceUnits / whole.low)
  } isTwice: { candidate in
    let steps = isTowardsBest ? BigInt(candidate) : -BigInt(candidate)
    var product = PowerProduct()
    product.multiply(value, toThe: BigInt(twiceUnits))
    product.multiply(best, toThe: -steps)
    product.multiply(worst, toThe: steps - BigInt(twiceUnits))
    return product.isOne
  }
  let share = Fraction(units: units, places: places)
  return isTowardsBest ? share : -share
}
