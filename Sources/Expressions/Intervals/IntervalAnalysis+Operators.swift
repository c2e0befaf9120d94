internal import RuleModel

extension IntervalAnalysis {
  /// Operators of one level.
  mutating func chain(_ first: Node, _ links: [Node.Link]) -> Estimate {
    switch links.first?.sign.level {
    case .and, .or:
      logic([first] + links.map(\.operand), continuesWhere: links.first?.sign == .and)
      return .other
    case .relation:
      _ = estimate(first)
      for link in links { _ = estimate(link.operand) }
      return .other
    default: return arithmetic(first, links)
    }
  }

  /// What goes wrong in a condition only matters where no other one decides, in whatever order they stand.
  private mutating func logic(_ operands: [Node], continuesWhere holds: Bool) {
    let outside = (ranges, variables)
    for (place, operand) in operands.enumerated() {
      if operands.count <= IntervalAnalysis.mostOperands {
        for (other, node) in operands.enumerated() where other != place { assume(node, holds: holds) }
      }
      _ = estimate(operand)
      (ranges, variables) = outside
    }
  }

  /// The most conditions of one `&&` or `||` that are held against each other.
  private static let mostOperands = 16

  private mutating func arithmetic(_ first: Node, _ links: [Node.Link]) -> Estimate {
    var result = estimate(first)
    for link in links {
      let operand = estimate(link.operand)
      if case .number(let left) = result, case .number(let right) = operand {
        result = .number(combine(left, link.sign, right, divisor: link.operand))
      } else {
        result = link.sign == .add ? result.joined(with: operand) : .other
      }
    }
    return result
  }

  @inline(never) private mutating func combine(_ left: Interval, _ sign: BinaryOperator, _ right: Interval, divisor: Node) -> Interval {
    switch sign {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    default:
      if right.containsZero { reportDivision(by: divisor, in: right) }
      return sign == .divide ? left / right : remainder(left, right)
    }
  }

  /// A remainder is nearer to 0 than the divisor and has the sign of the dividend.
  @inline(never) private func remainder(_ left: Interval, _ right: Interval) -> Interval {
    let size = right.magnitude.high.map { Interval.End($0.value, isOpen: !$0.value.isZero) }
    let isPositive = left.low.map { $0.value.signum >= 0 } ?? false
    let isNegative = left.high.map { $0.value.signum <= 0 } ?? false
    let zero = Interval.End(.zero)
    return Interval(
      low: isPositive ? zero : size.map { Interval.End(-$0.value, isOpen: $0.isOpen) }, high: isNegative ? zero : size)
  }
}
