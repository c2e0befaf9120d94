internal import Dice

// The conditions and formulas of a random year.

extension RandomYear {
  /// A condition as it is seen from a rung.
  mutating func condition(on rung: Int, depth: Int) -> String {
    guard depth > 0 else { return smallCondition(on: rung) }
    let (left, right) = (condition(on: rung, depth: depth - 1), condition(on: rung, depth: depth - 1))
    switch dice.number(1...9) {
    case 1: return "\(left) && \(right)"
    case 2: return "\(left) || \(right)"
    case 3: return "(\(left) || \(right)) && \(smallCondition(on: rung))"
    case 4: return "!(\(left))"
    case 5: return "if(\(left), \(right), \(smallCondition(on: rung)))"
    case 6, 7:
      let sign = dice.one(of: ["<", "<=", ">", ">=", "==", "!="])
      return "\(number(on: rung, depth: depth - 1)) \(sign) \(number(on: rung, depth: depth - 1))"
    default: return smallCondition(on: rung)
    }
  }

  private mutating func smallCondition(on rung: Int) -> String {
    switch dice.number(1...9) {
    case 1, 2: return name("yes_no", on: rung)
    case 3: return "\(name("number", on: rung)) > \(dice.number(0...18))"
    case 4: return "\(name("level", on: rung)) in [0, 2, 3]"
    case 5: return "has(\(name("number", on: rung)))"
    case 6: return "\(rungs[dice.number(0...rung)]).kind \(dice.one(of: ["==", "!="])) '\(dice.one(of: ["A", "B"]))'"
    case 7: return "\(name("choice", on: rung)) \(dice.one(of: ["==", "!="])) 'A'"
    case 8 where rung + 1 < rungs.count:
      let list = nameBelow("number", rung)
      return dice.onceIn(2) ? "\(list).exists(x, x > \(dice.number(0...19)))" : "\(list).all(x, x >= \(dice.number(0...5)) || x == 0)"
    case 8, 9: return "!\(name("yes_no", on: rung))"
    default: return "true"
    }
  }

  /// A number as it is seen from a rung.
  mutating func number(on rung: Int, depth: Int) -> String {
    guard depth > 0 else { return smallNumber(on: rung) }
    let (left, right) = (number(on: rung, depth: depth - 1), smallNumber(on: rung))
    switch dice.number(1...14) {
    case 1: return "\(left) + \(right)"
    case 2: return "\(right) - \(left)"
    case 3: return "\(right) * (\(left))"
    case 4: return "(\(left)) / \(right)"
    case 5: return "\(right) - (\(left) - \(smallNumber(on: rung)))"
    case 6: return "-\(right) + \(left) * 2"
    case 7: return "\(dice.one(of: ["abs", "floor", "ceil"]))(\(left) - 7/3)"
    case 8: return "round(\(left), \(dice.number(0...2)), '\(dice.one(of: ["half_up", "half_even", "up", "down"]))')"
    case 9: return "clamp(\(left), 1, \(dice.number(1...15)))"
    case 10: return "\(dice.one(of: ["min", "max", "sum", "mean"]))(\(left), \(right), \(dice.number(0...20)))"
    case 11: return "if(\(condition(on: rung, depth: depth - 1)), \(left), \(right))"
    case 12: return "(\(condition(on: rung, depth: depth - 1)) ? \(right) : \(left))"
    case 13: return "floor(\(left)) % \(dice.number(0...4))"
    default: return "\(left) / \(dice.number(1...7))"
    }
  }

  private mutating func smallNumber(on rung: Int) -> String {
    switch dice.number(1...6) {
    case 1: return dice.one(of: ["0", "1", "3", "12", "0.5", "7.25"])
    case 2 where rung + 1 < rungs.count:
      return "\(dice.one(of: ["sum", "mean", "size", "min", "max"]))(\(nameBelow("number", rung)))"
    default: return name("number", on: rung)
    }
  }

  /// The name of a field of the rung itself, as a rule, or of one above.
  private mutating func name(_ kind: String, on rung: Int) -> String { named(kind, dice.onceIn(3) ? dice.number(0...rung) : rung) }

  private mutating func nameBelow(_ kind: String, _ rung: Int) -> String { named(kind, dice.number((rung + 1)...(rungs.count - 1))) }

  private mutating func named(_ kind: String, _ rung: Int) -> String {
    let field = field(kind, on: rung)
    return dice.onceIn(4) ? "\(rungs[rung]).\(field)" : field
  }
}
