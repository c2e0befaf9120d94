internal import Comparison
internal import Exploring
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring
internal import Timbang

/// A piece of work that can be repeated, over two years of the synthetic nation.
enum Workload: String, CaseIterable {
  /// The rules of 2022 are read and checked.
  case check
  /// The observations of 2022 are read.
  case read
  /// The nation is scored.
  case score
  /// One weight of an indicator is changed and the nation scored again.
  case whatIfIndicator = "what-if-indicator"
  /// One weight of a dimension is changed and the nation scored again.
  case whatIfDimension = "what-if-dimension"
  /// Every unit of 2022 is decided alone.
  case decide
  /// The same, with every value on the way.
  case decideTraced = "decide-traced"
  /// The nation is scored under 10,000 draws of the dimensions' weights.
  case draws
  /// Every institution's change between the two years is explained.
  case explain

  /// Does the work so many times.
  func run(over years: Years, times: Int) throws(BenchError) {
    switch self {
    case .check: for _ in 0..<times { _ = try loadEdition("\(Years.rulesFolder)/2022.yaml") }
    case .read: for _ in 0..<times { _ = try readTable(of: years.newEdition.edition, years.newFolder) }
    case .score:
      for _ in 0..<times {
        var log = DiagnosticLog()
        _ = years.newEdition.score(years.newTable, log: &log)
      }
    case .whatIfIndicator:
      let indicators = years.new.plan.nodes.indices.filter { years.new.plan.nodes[$0].children.isEmpty }
      for time in 0..<times { try rescore(years.new, indicators[7 * time % indicators.count], by: Fraction(1 + time % 5)) }
    case .whatIfDimension:
      let dimensions = years.new.plan.nodes[0].children
      for time in 0..<times { try rescore(years.new, dimensions[time % dimensions.count], by: Fraction(3, 2)) }
    case .decide, .decideTraced:
      for _ in 0..<times {
        for unit in years.units where years.decider?.decide(unit, steps: self == .decideTraced).value == nil {
          throw BenchError("a unit without a value")
        }
      }
    case .draws:
      guard let noise = WeightNoise(spread: Fraction(20), draws: 10_000, seed: 7) else { throw BenchError("no noise") }
      for _ in 0..<times { _ = years.new.sensitivity(.dimensions, noise: noise, threads: processorCount()) }
    case .explain:
      var log = DiagnosticLog()
      guard let comparison = YearComparison(from: years.old, to: years.new, log: &log) else { throw BenchError("no comparison") }
      for _ in 0..<times {
        var explained = 0
        comparison.explain(comparison.everyone, along: .observed, threads: processorCount()) { if case .explained = $0 { explained += 1 } }
        guard explained > 0 else { throw BenchError("nothing was explained") }
      }
    }
  }

  /// Makes a weight heavier and scores everyone again: the published totals of all institutions.
  private func rescore(_ scores: ScoreTable, _ part: Int, by more: Fraction) throws(BenchError) {
    var plan = scores.plan
    plan.nodes[part].weight += more
    let above = Set(plan.nodes.indices.filter { plan.holds(part, below: $0) })
    var evaluator = Evaluator(plan, over: scores.survey)
    let values = evaluator.run(keeping: scores.values) { above.contains($0) }
    let totals = values.units(0, on: 0, of: Rounding(places: 2, mode: .halfUp, rungs: nil))
    guard totals.contains(where: { $0 != nil }) else { throw BenchError("no totals") }
  }
}

extension Plan {
  /// Whether a part stands somewhere below a group.
  fileprivate func holds(_ part: Int, below group: Int) -> Bool {
    nodes[group].children.contains { $0 == part || holds(part, below: $0) }
  }
}
