internal import Comparison
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension TestedChange {
  /// Explains the change to `edition` and compares.
  func run(to edition: CheckedEdition) -> TestOutcome {
    var comparisons = Comparisons()
    var log = DiagnosticLog()
    let old = oldEdition.score(oldTable, log: &log)
    let new = score(edition, log: &log)
    let change = log.hasErrors ? nil : YearComparison(from: old, to: new, log: &log)?.explain(entity, along: path, depth: depth, log: &log)
    if let change {
      compare(with: change, &comparisons)
    } else {
      let found = log.onlyErrors.diagnostics.first.map { TestFailure.Figure.refused($0.code.rawValue, $0.message) } ?? .nothing
      comparisons.compare(Words(id: "penjelasan", en: "the explanation"), .score, found, at: name.id.range)
    }
    return comparisons.outcome(.change, name)
  }

  /// How many levels of lines are named. What a level says does not depend on how many there are, and each costs more than those above it.
  private var depth: Int {
    (exact.blocks + (printed?.blocks ?? [])).reduce(1) { max($0, $1.amount.depth) }
  }

  /// Scores the later year; what its rules carry over comes from the earlier one.
  func score(_ edition: CheckedEdition, log: inout DiagnosticLog) -> ScoreTable {
    edition.score(newTable, carrying: [oldEdition.edition.name: oldTable], log: &log)
  }

  private func compare(with change: ScoreChange, _ comparisons: inout Comparisons) {
    comparisons.compare(Words(same: "`from`"), .number(from.value), .number(change.from.total), at: from.range)
    comparisons.compare(Words(same: "`to`"), .number(to.value), .number(change.to.total), at: to.range)
    compare(exact, with: change, "", &comparisons) { $0.amount }
    if let printed {
      compare(printed, with: change, "printed.", &comparisons) { $0.printed }
      comparisons.compare(
        Words(same: "`printed.final_rounding`"), .number(printed.finalRounding?.value ?? .zero), .number(change.finalRounding.printed),
        at: printed.finalRounding?.range ?? printed.range)
    }
  }

  private func compare(
    _ amounts: Amounts, with change: ScoreChange, _ prefix: String, _ comparisons: inout Comparisons,
    _ amount: (ScoreChange.Line) -> Fraction
  ) {
    for block in Block.allCases {
      let expected = amounts.blocks.first { $0.block == block }
      let line = change.blocks.first { $0.id == block.rawValue }
      compare(
        expected?.amount ?? .number(.zero), with: line, "\(prefix)\(block.rawValue)", at: expected?.place ?? amounts.range, &comparisons,
        amount)
    }
  }

  /// Compares an amount; lines with all lines that are not 0, one level after the other.
  private func compare(
    _ expected: Amount, with line: ScoreChange.Line?, _ name: String, at range: SourceRange, _ comparisons: inout Comparisons,
    _ amount: (ScoreChange.Line) -> Fraction
  ) {
    guard case .lines(let lines) = expected else {
      comparisons.compare(Words(same: "`\(name)`"), .number(expected.sum), .number(line.map(amount) ?? .zero), at: range)
      return
    }
    let found = line?.lines ?? []
    for wanted in lines {
      compare(
        wanted.amount, with: found.first { $0.id == wanted.id.value }, "\(name).\(wanted.id.value)", at: wanted.id.range, &comparisons,
        amount)
    }
    for other in found where !amount(other).isZero && !lines.contains(where: { $0.id.value == other.id }) {
      comparisons.compare(Words(same: "`\(name).\(other.id)`"), .number(.zero), .number(amount(other)), at: range)
    }
  }
}
