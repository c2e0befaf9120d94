internal import RuleModel

/// One part of a plan as a single entity goes through it.
struct PlanStep: Sendable {
  let children: [Int]
  /// The children's weights, whole.
  private(set) var weights: [Int64] = []
  let rung: Int
  let rounding: [Rounding?]
  /// The column that an indicator asks; 0 for a group.
  let column: Int
  private let line: Line?
  private let scale: PlanScale?
  private let missing: ExactNumber

  /// A straight scale as `(slope * value + start) / divisor`, and its ends over the divisor if values beyond them count as they do.
  fileprivate struct Line: Sendable {
    let slope: Int64
    let start: Int64
    let divisor: Int64
    let ends: ClosedRange<Int64>?
  }

  static let powersOfTen: [Int64] = (0...15).map { power in (0..<power).reduce(1) { product, _ in product * 10 } }

  /// Prepares a part; nil if it needs more than its own cell or the mean of its children.
  init?(_ node: Plan.Node, in plan: Plan) {
    guard node.condition == nil else { return nil }
    switch node.body {
    case .group(.mean):
      scale = nil
      column = 0
      line = nil
    case .group: return nil
    case .leaf(let scale):
      guard let column = scale.onlyColumn, plan.fields[column].rung == node.rung, !node.missing.insists else { return nil }
      self.scale = scale
      self.column = column
      line = Line(scale, over: plan.scale)
    }
    children = node.children
    rung = node.rung
    rounding = node.rounding
    missing = plan.scoreOfMissing(node.missing).map { ExactNumber($0) } ?? .none
  }

  /// The steps with the weights of their children; nil if some have no common unit.
  static func weighing(_ steps: [PlanStep], in plan: Plan) -> [PlanStep]? {
    var weighed = steps
    for (index, step) in steps.enumerated() {
      guard let (whole, _) = wholeNumbers(step.children.map { plan.nodes[$0].weight }) else { return nil }
      weighed[index].weights = whole
    }
    return weighed
  }

  /// What a cell is worth.
  func score(_ cell: Fraction?, in plan: Plan) -> ExactNumber {
    guard let cell else { return missing }
    if let line, let (numerator, denominator) = cell.small, let score = line.score(numerator, denominator) { return score }
    guard let scale, case .value(let score) = plan.score(scale, cell: .value(cell)) else { return missing }
    return ExactNumber(score)
  }
}

extension PlanStep.Line {
  /// The line of a straight scale; nil for other scales, and where words do not hold it.
  fileprivate init?(_ scale: PlanScale, over range: ClosedRange<Fraction>) {
    guard case .linear(_, let worst, let best, let clamp) = scale else { return nil }
    let slope = (range.upperBound - range.lowerBound) / (best - worst)
    let start = range.lowerBound - slope * worst
    let terms = [slope, start, range.lowerBound, range.upperBound].compactMap(\.small)
    var divisor: Int64 = 1
    for term in terms {
      guard let next = leastCommonMultiple(divisor, term.denominator) else { return nil }
      divisor = next
    }
    let whole = terms.compactMap { term -> Int64? in
      let (product, overflow) = term.numerator.multipliedReportingOverflow(by: divisor / term.denominator)
      return overflow ? nil : product
    }
    guard whole.count == 4 else { return nil }
    self.init(slope: whole[0], start: whole[1], divisor: divisor, ends: clamp ? whole[2]...whole[3] : nil)
  }

  /// The score of `numerator / denominator`; nil if words do not hold it.
  fileprivate func score(_ numerator: Int64, _ denominator: Int64) -> ExactNumber? {
    let (rise, isOver1) = slope.multipliedReportingOverflow(by: numerator)
    let (base, isOver2) = start.multipliedReportingOverflow(by: denominator)
    let (sum, isOver3) = rise.addingReportingOverflow(base)
    let (whole, isOver4) = divisor.multipliedReportingOverflow(by: denominator)
    guard !isOver1, !isOver2, !isOver3, !isOver4, sum != .min else { return nil }
    guard let ends else { return ExactNumber(numerator: sum, denominator: whole, large: nil) }
    let (low, isOver5) = ends.lowerBound.multipliedReportingOverflow(by: denominator)
    let (high, isOver6) = ends.upperBound.multipliedReportingOverflow(by: denominator)
    return isOver5 || isOver6 ? nil : ExactNumber(numerator: min(max(sum, low), high), denominator: whole, large: nil)
  }
}
