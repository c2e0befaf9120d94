internal import RuleModel

extension IntervalAnalysis {
  /// What a range is kept under.
  enum Key {
    case name(String)
    case variable(Int)
  }

  /// Narrows the ranges to what lets a condition hold, or not hold. What contradicts all that is known is left as it was.
  mutating func assume(_ condition: Node, holds: Bool) {
    switch condition.form {
    case .not(let operand): assume(operand, holds: !holds)
    case .chain(let first, let links):
      switch links.first?.sign {
      case .and? where holds, .or? where !holds:
        for operand in [first] + links.map(\.operand) { assume(operand, holds: holds) }
      case let sign? where links.count == 1:
        guard let known = holds ? sign : sign.opposite, known.level == .relation, known != .isIn else { return }
        narrow(first, known, links[0].operand)
        narrow(links[0].operand, known.mirrored, first)
      default: return
      }
    default: return
    }
  }

  /// Narrows the range of a name that stands in a relation to something simple, such as a number or another name.
  @inline(never) private mutating func narrow(_ node: Node, _ sign: BinaryOperator, _ other: Node) {
    guard let key = key(of: node), other.depth <= 2 else { return }
    var quiet = IntervalAnalysis(ranges: ranges)
    quiet.variables = variables
    guard case .number(let bound) = quiet.estimate(other) else { return }
    let before = range(of: key)
    var after = before.common(with: .satisfying(sign, bound))
    if sign == .notEqual, let low = bound.low, low == bound.high { after = before.without(low.value) }
    if !after.isEmpty { set(after, for: key) }
  }

  /// The key of a name, a member or a variable; nil for other nodes.
  func key(of node: Node) -> Key? {
    if let name = DottedName(node, unlessBound: { name in variables.contains { $0.name == name } }) { return .name(name.text) }
    guard case .name(let name) = node.form else { return nil }
    return variables.lastIndex { $0.name == name }.map { .variable($0) }
  }

  /// The range that is known; all numbers if none is.
  func range(of key: Key) -> Interval {
    switch key {
    case .name(let name): ranges[name] ?? .all
    case .variable(let place): variables[place].interval
    }
  }

  private mutating func set(_ interval: Interval, for key: Key) {
    switch key {
    case .name(let name): ranges[name] = interval
    case .variable(let place): variables[place].interval = interval
    }
  }
}
