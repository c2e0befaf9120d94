internal import BigInt
internal import RuleModel

// Rounding without floating point and without series: every digit is decided by comparing powers of whole numbers.

/// Returns `value` rounded to `places` decimals.
func naivelyRounded(_ value: Fraction, _ places: Int, _ mode: RoundingMode) -> Fraction {
  let (numerator, denominator) = wholeNumbers(of: value)
  let (whole, rest) = (numerator.magnitude * BigUInt(10).power(places)).quotientAndRemainder(dividingBy: denominator.magnitude)
  let isUp =
    switch mode {
    case .halfUp: rest * 2 >= denominator.magnitude
    case .halfEven: rest * 2 > denominator.magnitude || rest * 2 == denominator.magnitude && whole % 2 == 1
    case .up: rest > 0
    case .down: false
    }
  let units = fraction(isUp ? whole + 1 : whole, over: BigUInt(10).power(places))
  return numerator < 0 ? .zero - units : units
}

/// Returns `Π value^(weight / Σ weights)` rounded half up.
func naiveGeometricMean(_ members: [(weight: Fraction, points: Fraction)], places: Int) -> Fraction {
  if members.contains(where: { $0.points == .zero }) { return .zero }
  let common = members.map { wholeNumbers(of: $0.weight).denominator }.reduce(BigInt(1)) { $0 / $0.greatestCommonDivisor(with: $1) * $1 }
  let weights = members.map { wholeNumbers(of: $0.weight * fraction(common.magnitude, over: 1)).numerator }
  let divisor = weights.reduce(BigInt(0)) { $0.greatestCommonDivisor(with: $1) }
  let powers = weights.map { Int($0 / divisor) }
  var (above, below) = (BigInt(1), BigInt(1))
  for (member, power) in zip(members, powers) {
    let points = wholeNumbers(of: member.points)
    (above, below) = (above * points.numerator.power(power), below * points.denominator.power(power))
  }
  // n units round to the mean if the half-step before them is not above it: (2 n - 1) / (2 * 10^places) <= (above / below)^(1 / degree)
  let degree = powers.reduce(0, +)
  let whole = above * (2 * BigInt(10).power(places)).power(degree)
  return largestNumber(of: places) { units in BigInt(2 * units - 1).power(degree) * below <= whole }
}

/// Returns `(ln value - ln worst) / (ln best - ln worst)` rounded half away from 0.
func naiveLogShare(of value: Fraction, _ worst: Fraction, _ best: Fraction, places: Int) -> Fraction {
  var (part, all) = (value / worst, best / worst)
  if all < .one { (part, all) = (.one / part, .one / all) }
  let isNegative = part < .one
  if isNegative { part = .one / part }
  // (2 n - 1) / (2 * 10^places) <= ln part / ln all, that is all^(2 n - 1) <= part^(2 * 10^places)
  let steps = 2 * Int(BigInt(10).power(places))
  let (whole, ratio) = (wholeNumbers(of: all), wholeNumbers(of: part))
  let (above, below) = (ratio.numerator.power(steps), ratio.denominator.power(steps))
  let share = largestNumber(of: places) { units in
    whole.numerator.power(2 * units - 1) * below <= above * whole.denominator.power(2 * units - 1)
  }
  return isNegative ? .zero - share : share
}

/// The largest whole number of units that `fits`, over 10^places; 0 if none from 1 on does. Whatever is below one that fits, fits.
private func largestNumber(of places: Int, _ fits: (Int) -> Bool) -> Fraction {
  var step = 1
  while fits(step) { step *= 2 }
  var units = 0
  while step > 0 {
    if fits(units + step) { units += step }
    step /= 2
  }
  return Fraction(units) / fraction(BigUInt(10).power(places), over: 1)
}

private func wholeNumbers(of value: Fraction) -> (numerator: BigInt, denominator: BigInt) {
  let digits = value.exactText.split(separator: "/").compactMap { BigInt($0, radix: 10) }
  return (digits[0], digits.count == 2 ? digits[1] : 1)
}

/// Digits are handed over one by one, so that numbers of any length can be.
private func fraction(_ numerator: BigUInt, over denominator: BigUInt) -> Fraction {
  func whole(_ number: BigUInt) -> Fraction { String(number).utf8.reduce(.zero) { $0 * Fraction(10) + Fraction(Int($1) - 48) } }
  return whole(numerator) / whole(denominator)
}
