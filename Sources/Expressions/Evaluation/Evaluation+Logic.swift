extension Evaluation {
  /// `&&` and `||`: whatever decides wins, then a missing observation, then the first error.
  mutating func logic(decidedBy decider: Bool, _ operands: [Int]) -> ExpressionValue {
    var outcome = Verdict(decidedBy: decider)
    for operand in operands {
      if outcome.isDecided(by: value(operand), at: range(of: operand)) || isExhausted { break }
    }
    return outcome.value
  }

  /// `?:`: a condition that is missing or an error is the result.
  mutating func conditional(_ condition: Int, _ yes: Int, _ no: Int) -> ExpressionValue {
    switch value(condition) {
    case .boolean(let holds): return value(holds ? yes : no)
    case .unknown: return .unknown
    case .error(let error): return .error(error)
    case let other: return .error(.wrongType(.boolean, other, at: range(of: condition)))
    }
  }

  mutating func negated(_ operand: Int) -> ExpressionValue {
    switch value(operand) {
    case .boolean(let holds): return .boolean(!holds)
    case .unknown: return .unknown
    case .error(let error): return .error(error)
    case let other: return .error(.wrongType(.boolean, other, at: range(of: operand)))
    }
  }
}

/// What a row of conditions comes to, in any order, as CEL has it.
struct Verdict {
  private let decider: Bool
  private var decided = false
  private var isMissing = false
  private var error: EvaluationError?

  init(decidedBy decider: Bool) {
    self.decider = decider
  }

  /// Adds a condition and tells whether it decides.
  mutating func isDecided(by condition: ExpressionValue, at range: @autoclosure () -> Range<Int>) -> Bool {
    switch condition {
    case .boolean(let holds): decided = holds == decider
    case .unknown: isMissing = true
    case .error(let found): error = error ?? found
    default: error = error ?? .wrongType(.boolean, condition, at: range())
    }
    return decided
  }

  /// The outcome.
  var value: ExpressionValue {
    if decided { return .boolean(decider) }
    if isMissing { return .unknown }
    return error.map { .error($0) } ?? .boolean(!decider)
  }
}
