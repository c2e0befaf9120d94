internal import RuleModel

/// One part of a plan as a single entity goes through it: words only, so that going through it costs nothing else.
struct PlanStep: Sendable {
  let rung: Int
  /// The column that an indicator asks; 0 for a group.
  let column: Int
  /// Where its children stand in the list of children; empty for an indicator.
  let children: Range<Int>
  /// What a missing cell is worth.
  let missing: ExactNumber
  /// The straight scale of an indicator, or the goalposts of a group; nil where there is none, and where words do not hold it.
  let line: Line?
  /// Whether the mean of its children is brought to the scale between goalposts.
  let hasGoalposts: Bool

  /// A straight scale as `(slope * value + start) / divisor`, and its ends over the divisor, beyond which it does not go.
  struct Line: Sendable {
    let slope: Int64
    let start: Int64
    let divisor: Int64
    let low: Int64
    let high: Int64
    let hasEnds: Bool
  }

  /// Prepares a part; nil if it needs more than its own cell or the mean of its children.
  init?(_ node: Plan.Node, children: Range<Int>, in plan: Plan) {
    guard node.condition == nil, let missing = ExactNumber(plan.scoreOfMissing(node.missing)) else { return nil }
    switch node.body {
    case .group(.mean):
      column = 0
      // What is beyond goalposts that do not clamp has no score, and a reason, which a single decision does not tell.
      guard node.goalposts?.clamp ?? true else { return nil }
      line = node.goalposts.flatMap { Line(worst: $0.worst, best: $0.best, clamp: true, over: plan.scale) }
    case .group: return nil
    case .leaf(let scale):
      guard case .cell(let column, let scale) = scale, plan.fields[column].rung == node.rung, !node.missing.insists else { return nil }
      self.column = column
      line = Line(scale, over: plan.scale)
    }
    self.children = children
    self.missing = missing
    hasGoalposts = node.goalposts != nil
    rung = node.rung
  }
}

/// How a number is rounded, in words.
struct PlanRounding: Sendable {
  let unit: Int64
  let mode: RoundingMode

  /// Nil if a word does not hold the unit.
  init?(_ rounding: Rounding) {
    guard rounding.places < Fraction.powersOfTen.count else { return nil }
    unit = Fraction.powersOfTen[rounding.places]
    mode = rounding.mode
  }
}

extension PlanStep.Line {
  /// The line of a straight scale; nil for other scales, and where words do not hold it.
  fileprivate init?(_ scale: CellScale, over range: ClosedRange<Fraction>) {
    guard case .linear(let worst, let best, let clamp) = scale else { return nil }
    self.init(worst: worst, best: best, clamp: clamp, over: range)
  }

  /// The line between two values; nil where words do not hold it.
  fileprivate init?(worst: Fraction, best: Fraction, clamp: Bool, over range: ClosedRange<Fraction>) {
    let slope = (range.upperBound - range.lowerBound) / (best - worst)
    let terms = [slope, range.lowerBound - slope * worst, range.lowerBound, range.upperBound].compactMap(\.small)
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
    self.init(slope: whole[0], start: whole[1], divisor: divisor, low: whole[2], high: whole[3], hasEnds: clamp)
  }

  /// The score of `numerator / denominator`; nil if words do not hold it.
  func score(_ numerator: Int64, _ denominator: Int64) -> ExactNumber? {
    let (rise, isOver1) = slope.multipliedReportingOverflow(by: numerator)
    let (base, isOver2) = start.multipliedReportingOverflow(by: denominator)
    let (sum, isOver3) = rise.addingReportingOverflow(base)
    let (whole, isOver4) = divisor.multipliedReportingOverflow(by: denominator)
    guard !isOver1, !isOver2, !isOver3, !isOver4, sum != .min else { return nil }
    guard hasEnds else { return ExactNumber(numerator: sum, denominator: whole) }
    let (floor, isOver5) = low.multipliedReportingOverflow(by: denominator)
    let (ceiling, isOver6) = high.multipliedReportingOverflow(by: denominator)
    return isOver5 || isOver6 ? nil : ExactNumber(numerator: min(max(sum, floor), ceiling), denominator: whole)
  }
}

/// A number as two words, not reduced; a denominator of 0 is no number.
struct ExactNumber: Sendable {
  let numerator: Int64
  let denominator: Int64

  static let none = ExactNumber(numerator: 0, denominator: 0)

  init(numerator: Int64, denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Nil if two words do not hold it; no number is one.
  init?(_ value: Fraction?) {
    guard let value else {
      self = .none
      return
    }
    guard let (numerator, denominator) = value.small else { return nil }
    self.init(numerator: numerator, denominator: denominator)
  }

  var fraction: Fraction? { denominator == 0 ? nil : Fraction(small: numerator, over: denominator) }
}
