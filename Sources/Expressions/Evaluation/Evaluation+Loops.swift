extension Evaluation {
  /// A macro over the items of a list.
  mutating func comprehension(_ loop: Instruction.Loop, at index: Int) -> ExpressionValue {
    switch value(loop.list) {
    case .list(let items):
      switch loop.macro {
      case .all: return verdict(loop, items, decidedBy: false)
      case .exists: return verdict(loop, items, decidedBy: true)
      case .existsOne: return existsOne(loop, items)
      case .filter, .map: return transformed(loop, items, at: index)
      }
    case .unknown: return .unknown
    case .error(let error): return .error(error)
    case let other: return .error(.wrongType(.list(.any), other, at: range(of: loop.list)))
    }
  }

  /// `all` is `&&` and `exists` is `||` over the items.
  private mutating func verdict(_ loop: Instruction.Loop, _ items: [ExpressionValue], decidedBy decider: Bool) -> ExpressionValue {
    guard let condition = loop.condition else { return .boolean(!decider) }
    var outcome = Verdict(decidedBy: decider)
    for item in items {
      let found = with(item) { $0.value(condition) }
      if outcome.isDecided(by: found, at: range(of: condition)) || isExhausted { break }
    }
    return outcome.value
  }

  /// Unlike `exists`, any problem is the result: an error, or else a missing observation.
  private mutating func existsOne(_ loop: Instruction.Loop, _ items: [ExpressionValue]) -> ExpressionValue {
    var count = 0
    var isMissing = false
    for item in items {
      switch holds(loop.condition, for: item) {
      case .boolean(let holds): count += holds ? 1 : 0
      case .unknown: isMissing = true
      case let problem: return problem
      }
    }
    return isMissing ? .unknown : .boolean(count == 1)
  }

  /// `filter` and `map`; any problem is the result.
  private mutating func transformed(_ loop: Instruction.Loop, _ items: [ExpressionValue], at index: Int) -> ExpressionValue {
    var made: [ExpressionValue] = []
    var isMissing = false
    for item in items {
      switch holds(loop.condition, for: item) {
      case .boolean(false): continue
      case .boolean: break
      case .unknown:
        isMissing = true
        continue
      case let problem: return problem
      }
      let result = loop.result.map { result in with(item) { $0.value(result) } } ?? item
      if case .error = result { return result }
      if case .unknown = result { isMissing = true }
      made.append(result)
    }
    return isMissing ? .unknown : limited(made, at: range(of: index))
  }

  /// The condition for an item: true, false, missing or an error and nothing else.
  private mutating func holds(_ condition: Int?, for item: ExpressionValue) -> ExpressionValue {
    guard let condition else { return .boolean(true) }
    let found = with(item) { $0.value(condition) }
    switch found {
    case .boolean, .unknown, .error: return found
    default: return .error(.wrongType(.boolean, found, at: range(of: condition)))
    }
  }
}
