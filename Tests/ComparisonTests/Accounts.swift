import Comparison
import RuleModel
@testable import YearPairs

/// Whether an explanation adds up, exactly and as printed.
enum Accounts {
  /// What does not add up, as text.
  static func problems(_ change: ScoreChange, _ years: TwoYears) -> [String] {
    var found: [String] = []
    if years.total(of: change.entity, in: years.old) != change.from.total
      || years.total(of: change.entity, in: years.new) != change.to.total
    {
      found.append("the totals are not those of the scores")
    }
    if change.blocks.map(\.amount).sum() != change.change { found.append("blocks do not add up") }
    if change.blocks.map(\.amount).sum() + change.finalRounding.amount != change.reportedChange { found.append("reported change") }
    found += printing(of: change.blocks + [change.finalRounding], under: change.reportedChange, "blocks", change.places)
    for (name, line) in change.flat {
      if !line.lines.isEmpty, line.lines.map(\.amount).sum() != line.amount { found.append("\(name) has a residual") }
      if let range = line.range, !range.contains(line.amount) { found.append("\(name) lies outside its range") }
      if !line.lines.isEmpty { found += printing(of: line.lines, under: line.printed, name, change.places) }
    }
    return found
  }

  /// Printed amounts add up, are whole units of the last place, and none is off by a unit or more as long as the sum can be reached by
  /// rounding each of them up or down. Only where the line above was itself rounded away from the sum of all that can one be off by more.
  private static func printing(of lines: [ScoreChange.Line], under sum: Fraction, _ name: String, _ places: Int) -> [String] {
    var found: [String] = []
    if lines.map(\.printed).sum() != sum { found.append("\(name) is printed as \(sum), but its lines do not add up to it") }
    if lines.contains(where: { $0.printed.rounded(places: places, mode: .down) != $0.printed }) { found.append("\(name) prints too much") }
    let unit = Fraction(1, (0..<places).reduce(1) { power, _ in power * 10 })
    let lowest = lines.map { floor($0.amount / unit) * unit }.sum()
    let highest = lines.map { -floor(-$0.amount / unit) * unit }.sum()
    let isReachable = !(sum < lowest) && !(highest < sum)
    if isReachable, lines.contains(where: { !(max($0.printed - $0.amount, $0.amount - $0.printed) < unit) }) {
      found.append("\(name) prints a line that is off by a unit")
    }
    return found
  }

  private static func floor(_ value: Fraction) -> Fraction {
    let cut = value.rounded(places: 0, mode: .down)
    return value < cut ? cut - .one : cut
  }
}
