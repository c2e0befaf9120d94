internal import RuleDiagnostics
public import RuleModel

/// What an expression can give over ranges of what it reads.
public struct IntervalReport: Sendable, Equatable {
  /// Where the result lies; nil if it is no number.
  public let result: Interval?
  /// Divisions by what may be zero, rounding inside the formula, a result that may leave the scale; in the order of their places.
  public let findings: [ExpressionProblem]
}

extension Expression {
  /// Returns where the result lies if the names lie in `ranges`, and what may go wrong; a name without a range may be any number.
  ///
  /// `condition` is known to hold, as the `when:` of the same part is; conditions of `?:`, `&&` and `||` narrow what they guard. The
  /// interval holds every possible result; it may hold more, since each use of a name is looked at on its own. A formula that
  /// `check(in:expecting:)` refuses gives an interval too, without meaning.
  public func intervals(
    _ ranges: [String: Interval], given condition: Expression? = nil, scale: ClosedRange<Fraction>? = nil
  ) -> IntervalReport {
    var analysis = IntervalAnalysis(ranges: ranges)
    if let condition { analysis.assume(condition.root, holds: true) }
    let estimate = analysis.estimate(root)
    var result: Interval?
    if case .number(let interval) = estimate {
      result = interval
      if let scale, !interval.isInside(scale) { analysis.reportScale(interval, scale, at: root) }
    }
    return IntervalReport(result: result, findings: analysis.sortedFindings)
  }

  /// Returns where the result lies if the names lie in closed ranges, and what may go wrong.
  public func intervals(_ ranges: [String: ClosedRange<Fraction>], scale: ClosedRange<Fraction>? = nil) -> IntervalReport {
    intervals(ranges.mapValues { Interval($0) }, scale: scale)
  }
}

/// Walks the tree with an interval for each number.
struct IntervalAnalysis {
  /// The ranges of names, as far as they are known where we are.
  var ranges: [String: Interval]
  /// What is known of the variables of the macros around the node, the innermost last.
  var variables: [(name: String, interval: Interval)] = []
  private var findings: [ExpressionProblem] = []

  init(ranges: [String: Interval]) {
    self.ranges = ranges
  }

  /// Every finding once, in the order of their places.
  var sortedFindings: [ExpressionProblem] {
    var kept: [ExpressionProblem] = []
    for finding in findings where !kept.contains(where: { $0.kind == finding.kind && $0.range == finding.range }) { kept.append(finding) }
    return kept.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  /// Returns what is known of a node, and looks at all that is below it.
  @inline(never) mutating func estimate(_ node: Node) -> Estimate {
    switch node.form {
    case .number, .string, .boolean, .null, .name, .member, .has: leaf(node)
    case .element(let list, let index): element(of: list, at: index)
    case .list(let items): list(items)
    case .not(let operand): ignored(operand)
    case .negation(let operand): negated(operand)
    case .chain(let first, let links): chain(first, links)
    case .conditional(let condition, let yes, let no): conditional(condition, yes, no)
    case .call(let function, let arguments): call(function, arguments, at: node)
    case .comprehension(let loop): comprehension(loop)
    }
  }

  private func leaf(_ node: Node) -> Estimate {
    switch node.form {
    case .number(let value): .number(Interval(value))
    case .name, .member: .number(key(of: node).map { range(of: $0) } ?? .all)
    default: .other
    }
  }

  private mutating func element(of list: Node, at index: Node) -> Estimate {
    _ = estimate(index)
    return .number(estimate(list).item)
  }

  private mutating func list(_ items: [Node]) -> Estimate {
    .items(items.map { estimate($0) })
  }

  private mutating func ignored(_ operand: Node) -> Estimate {
    _ = estimate(operand)
    return .other
  }

  private mutating func negated(_ operand: Node) -> Estimate {
    .number(-estimate(operand).interval)
  }

  private mutating func conditional(_ condition: Node, _ yes: Node, _ no: Node) -> Estimate {
    _ = estimate(condition)
    let first = branch(yes, where: condition, holds: true)
    return first.joined(with: branch(no, where: condition, holds: false))
  }

  /// Returns what is known of a node that is only reached where a condition holds, or where it does not.
  mutating func branch(_ node: Node, where condition: Node, holds: Bool) -> Estimate {
    let outside = (ranges, variables)
    defer { (ranges, variables) = outside }
    assume(condition, holds: holds)
    return estimate(node)
  }

  /// Adds a finding.
  mutating func report(_ kind: ExpressionProblem.Kind, at node: Node, _ words: Words, help: Words? = nil) {
    findings.append(ExpressionProblem(kind, at: node.range, words, help: help))
  }
}
