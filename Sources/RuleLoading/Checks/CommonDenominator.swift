internal import RuleModel

extension Collection<Fraction> {
  /// The place of the first number that has no common denominator of at most 38 digits with those before it; nil if all have one.
  ///
  /// Sums of numbers without one grow with every addition: no rules are written like that, but a file made to exhaust the machine is.
  var firstWithoutCommonDenominator: Index? {
    var common: UInt128 = 1
    for index in indices {
      guard let next = leastCommonMultiple(common, self[index].denominator) else { return index }
      common = next
    }
    return nil
  }
}

extension Fraction {
  /// The denominator of the reduced fraction; nil if it does not fit.
  fileprivate var denominator: UInt128? {
    let pieces = exactText.split(separator: "/")
    return pieces.count == 2 ? UInt128(pieces[1]) : 1
  }
}

private func leastCommonMultiple(_ a: UInt128, _ b: UInt128?) -> UInt128? {
  guard let b else { return nil }
  var (divisor, rest) = (a, b)
  while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
  let (product, overflow) = (a / divisor).multipliedReportingOverflow(by: b)
  return overflow || product > UInt128(Int128.max) ? nil : product
}
