import RuleModel

@testable import Expressions

/// A second evaluator, as simple as can be: straight down the tree, no steps, no slots, no limits. Errors have no kind here.
enum Naive: Equatable {
  case number(Fraction), truth(Bool), list([Naive]), unknown, error

  static func evaluate(_ node: Node, _ names: [String: Naive]) -> Naive {
    switch node.form {
    case .number(let value): return .number(value)
    case .boolean(let value): return .truth(value)
    case .name(let name): return names[name] ?? .error
    case .list(let items): return all(items, names) { .list($0) }
    case .not(let operand): return all([operand], names) { if case .truth(let a) = $0[0] { .truth(!a) } else { .error } }
    case .negation(let operand):
      return all([operand], names) { if case .number(let a) = $0[0] { .number(Fraction(0) - a) } else { .error } }
    case .chain(let first, let links):
      var left = evaluate(first, names)
      for link in links { left = binary(left, link.sign, evaluate(link.operand, names)) }
      return left
    case .conditional(let condition, let yes, let no):
      switch evaluate(condition, names) {
      case .truth(true): return evaluate(yes, names)
      case .truth(false): return evaluate(no, names)
      case .unknown: return .unknown
      default: return .error
      }
    case .call(let function, let arguments): return all(arguments, names) { call(function, $0) }
    case .comprehension(let loop): return comprehension(loop, names)
    default: return .error
    }
  }

  private static func all(_ nodes: [Node], _ names: [String: Naive], _ body: ([Naive]) -> Naive) -> Naive {
    let values = nodes.map { evaluate($0, names) }
    if values.contains(.error) { return .error }
    return values.contains(.unknown) ? .unknown : body(values)
  }

  private static func binary(_ left: Naive, _ sign: BinaryOperator, _ right: Naive) -> Naive {
    if sign == .and || sign == .or {
      let decider = Naive.truth(sign == .or)
      if left == decider || right == decider { return decider }
      if left == .unknown || right == .unknown { return .unknown }
      let other = Naive.truth(sign != .or)
      return left == other && right == other ? other : .error
    }
    if left == .error || right == .error { return .error }
    if left == .unknown || right == .unknown { return .unknown }
    if sign == .equal { return .truth(left == right) }
    if sign == .notEqual { return .truth(left != right) }
    guard case .number(let a) = left, case .number(let b) = right else { return .error }
    switch sign {
    case .add: return .number(a + b)
    case .subtract: return .number(a - b)
    case .multiply: return .number(a * b)
    case .divide: return b == .zero ? .error : .number(a / b)
    case .less: return .truth(a < b)
    case .lessOrEqual: return .truth(!(b < a))
    case .greater: return .truth(b < a)
    case .greaterOrEqual: return .truth(!(a < b))
    default: return .error
    }
  }

  private static func call(_ function: Function, _ values: [Naive]) -> Naive {
    var values = values
    if values.count == 1, case .list(let items) = values[0] {
      if function == .size { return .number(Fraction(items.count)) }
      values = items
      if values.contains(.error) { return .error }
      if values.contains(.unknown) { return .unknown }
    }
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    guard numbers.count == values.count, function != .size else { return .error }
    switch function {
    case .sum: return .number(numbers.reduce(.zero, +))
    case .min: return numbers.sorted().first.map { .number($0) } ?? .error
    case .max: return numbers.sorted().last.map { .number($0) } ?? .error
    case .mean: return numbers.isEmpty ? .error : .number(numbers.reduce(.zero, +) / Fraction(numbers.count))
    case .abs: return .number(numbers[0] < .zero ? -numbers[0] : numbers[0])
    default: return .error
    }
  }

  private static func comprehension(_ loop: Node.Comprehension, _ names: [String: Naive]) -> Naive {
    let list = evaluate(loop.list, names)
    guard case .list(let items) = list else { return list == .unknown ? .unknown : .error }
    let asked = items.map { item in
      loop.condition.map { evaluate($0, names.merging([loop.variable: item]) { $1 }) } ?? .truth(true)
    }
    switch loop.macro {
    case .all: return asked.reduce(.truth(true)) { binary($0, .and, $1) }
    case .exists: return asked.reduce(.truth(false)) { binary($0, .or, $1) }
    default: break
    }
    let isBoolean = { (value: Naive) in if case .truth = value { true } else { value == .unknown } }
    guard asked.allSatisfy(isBoolean) else { return .error }
    if loop.macro == .existsOne { return asked.contains(.unknown) ? .unknown : .truth(asked.count { $0 == .truth(true) } == 1) }
    let made = zip(items, asked).filter { $0.1 == .truth(true) }.map { item, _ in
      loop.result.map { evaluate($0, names.merging([loop.variable: item]) { $1 }) } ?? item
    }
    if made.contains(.error) { return .error }
    return asked.contains(.unknown) || made.contains(.unknown) ? .unknown : .list(made)
  }
}

extension Naive {
  init(_ value: ExpressionValue) {
    switch value {
    case .number(let number): self = .number(number)
    case .boolean(let flag): self = .truth(flag)
    case .list(let items): self = .list(items.map { Naive($0) })
    case .unknown: self = .unknown
    default: self = .error
    }
  }
}
