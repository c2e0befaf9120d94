internal import RuleDiagnostics
package import RuleModel

/// Rounds amounts so that the printed ones add up to a printed sum: largest remainder, magnitudes cut first.
///
/// Every amount is cut towards zero at the last place; the units that are missing then go one by one to the largest remainders in
/// their direction, ties by id. No amount is off by a unit or more unless a sum demands it.
package func printedAmounts(_ amounts: [(id: String, amount: Fraction)], addingUpTo sum: Fraction, places: Int) -> [Fraction] {
  var printed = amounts.map { $0.amount.rounded(places: places, mode: .down) }
  let unit = Fraction.one.scaledDown(by: places)
  let missing = (sum - printed.sum()) / unit
  guard let count = missing.int, count != 0, !amounts.isEmpty else { return printed }
  let step = count > 0 ? unit : -unit
  let order = amounts.indices.sorted { left, right in
    let a = amounts[left].amount - printed[left]
    let b = amounts[right].amount - printed[right]
    if a != b { return count > 0 ? a > b : a < b }
    return amounts[left].id.precedesByBytes(amounts[right].id)
  }
  for turn in 0..<abs(count) { printed[order[turn % order.count]] += step }
  return printed
}

extension Fraction {
  /// This number divided by 10 to the power of `places`.
  func scaledDown(by places: Int) -> Fraction {
    var value = self
    for _ in 0..<places { value = value / Fraction(10) }
    return value
  }
}

extension ScoreChange.Line {
  /// Prints this line as `printed` and everything below it so that each level adds up to the line above.
  func printing(_ printed: Fraction, places: Int) -> ScoreChange.Line {
    var line = self
    line.printed = printed
    let below = printedAmounts(lines.map { ($0.id, $0.amount) }, addingUpTo: printed, places: places)
    line.lines = zip(lines, below).map { $0.printing($1, places: places) }
    return line
  }
}
