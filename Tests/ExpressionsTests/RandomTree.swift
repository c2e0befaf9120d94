import RuleModel

@testable import Expressions

/// Makes trees of numbers and conditions at random; one in ten operands is of the wrong type.
struct RandomTree {
  var random: Seeded
  var names = ["a", "b", "zero", "u"]
  var lists = ["xs", "us"]
  /// Whether operands of wrong types occur.
  var isWild = true

  init(seed: UInt64) {
    random = Seeded(seed)
  }

  mutating func number(_ depth: Int) -> Node {
    guard depth > 0 else { return leaf() }
    if isWild, pick(10) == 0 { return condition(depth - 1) }
    switch pick(9) {
    case 0: return leaf()
    case 1: return node(.negation(number(depth - 1)))
    case 2, 3: return chain(number(depth - 1), [.add, .subtract]) { $0.number(depth - 1) }
    case 4, 5: return chain(number(depth - 1), [.multiply, .divide]) { $0.number(depth - 1) }
    case 6: return node(.conditional(condition(depth - 1), number(depth - 1), number(depth - 1)))
    case 7: return node(.call([.min, .max, .sum, .mean][pick(4)], [number(depth - 1), number(depth - 1)]))
    default: return node(.call([.sum, .size, .mean, .max][pick(4)], [list(depth - 1)]))
    }
  }

  mutating func condition(_ depth: Int) -> Node {
    guard depth > 0 else { return node(.boolean(pick(2) == 0)) }
    if isWild, pick(10) == 0 { return number(depth - 1) }
    switch pick(6) {
    case 0: return node(.not(condition(depth - 1)))
    case 1, 2:
      let sign: BinaryOperator = pick(2) == 0 ? .and : .or
      return chain(condition(depth - 1), [sign]) { $0.condition(depth - 1) }
    case 3, 4:
      let signs: [BinaryOperator] = [.less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual]
      return node(.chain(operand(.relation, number(depth - 1)), [Node.Link(sign: signs[pick(6)], operand: number(depth - 1))]))
    default: return loop([.all, .exists, .existsOne][pick(3)], depth)
    }
  }

  private mutating func list(_ depth: Int) -> Node {
    guard depth > 0, pick(4) > 0 else { return node(.name(lists[pick(lists.count)])) }
    switch pick(3) {
    case 0: return node(.list((0..<pick(4)).map { _ in number(depth - 1) }))
    case 1: return loop(.filter, depth)
    default: return loop(.map, depth)
    }
  }

  private mutating func loop(_ macro: Macro, _ depth: Int) -> Node {
    let variable = ["x", "y", "a"][pick(3)]
    let list = list(depth - 1)
    let known = names
    names.append(variable)
    defer { names = known }
    let needsCondition = macro != .map || pick(2) == 0
    return node(
      .comprehension(
        Node.Comprehension(
          macro: macro, list: list, variable: variable, condition: needsCondition ? condition(depth - 1) : nil,
          result: macro == .map ? number(depth - 1) : nil)))
  }

  private mutating func leaf() -> Node {
    if pick(2) == 0 { return node(.name(names[pick(names.count)])) }
    return node(.number([Fraction(pick(5)), Fraction(pick(1000), 100), Fraction(pick(20), 8)][pick(3)]))
  }

  private mutating func chain(_ first: Node, _ signs: [BinaryOperator], _ next: (inout RandomTree) -> Node) -> Node {
    let links = (0...pick(3)).map { _ in Node.Link(sign: signs[pick(signs.count)], operand: next(&self)) }
    return Node(chain: first, links, at: 0..<0)
  }

  /// A relation on the left of another one becomes part of it, as in the text.
  private func operand(_ level: BinaryOperator.Level, _ node: Node) -> Node {
    if case .chain(_, let links) = node.form, links.first?.sign.level == level { return Node(.not(node), at: 0..<0) }
    return node
  }

  private func node(_ form: Node.Form) -> Node { Node(form, at: 0..<0) }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
}
