internal import RuleModel

extension Evaluation {
  /// Operators of one level, from the left. An error anywhere wins over a missing observation anywhere.
  mutating func chain(_ first: Int, _ operations: [Instruction.Operation]) -> ExpressionValue {
    var left = value(first)
    var leftPlace = first
    for operation in operations {
      if case .error = left { return left }
      let right = value(operation.operand)
      if right.isProblem {
        left = right
      } else if !left.isProblem {
        left = combine(left, at: leftPlace, operation.sign, right, at: operation.operand)
      }
      leftPlace = operation.operand
    }
    return left
  }

  private mutating func combine(
    _ left: ExpressionValue, at leftPlace: Int, _ sign: BinaryOperator, _ right: ExpressionValue, at place: Int
  ) -> ExpressionValue {
    switch sign {
    case .add, .subtract, .multiply, .divide, .remainder:
      if case .number(let a) = left, case .number(let b) = right { return arithmetic(a, sign, b, at: place) }
      return sign == .add ? joined(left, at: leftPlace, right, at: place) : notNumbers(left, at: leftPlace, right, at: place)
    case .equal, .notEqual: return equality(left, right, isWanted: sign == .equal)
    case .isIn: return membership(of: left, in: right, at: place)
    default: return order(left, at: leftPlace, sign, right, at: place)
    }
  }

  private func notNumbers(
    _ left: ExpressionValue, at leftPlace: Int, _ right: ExpressionValue, at place: Int
  ) -> ExpressionValue {
    if case .number = left { return .error(.wrongType(.number, right, at: range(of: place))) }
    return .error(.wrongType(.number, left, at: range(of: leftPlace)))
  }

  /// `+` of texts and of lists.
  private mutating func joined(
    _ left: ExpressionValue, at leftPlace: Int, _ right: ExpressionValue, at place: Int
  ) -> ExpressionValue {
    switch (left, right) {
    case (.string(let a), .string(let b)):
      let length = a.utf8.count + b.utf8.count
      charge(length / 16)
      return length <= Limits.stringBytes ? .string(a + b) : .error(.textTooLong(at: range(of: place)))
    case (.list(let a), .list(let b)): return limited(a + b, at: range(of: place))
    case (.string, _), (.list, _): return .error(.wrongType(ExpressionType(of: left), right, at: range(of: place)))
    default: return notNumbers(left, at: leftPlace, right, at: place)
    }
  }

  /// `==` and `!=`; a list with a missing item is missing here.
  private mutating func equality(_ left: ExpressionValue, _ right: ExpressionValue, isWanted: Bool) -> ExpressionValue {
    charge(for: left)
    charge(for: right)
    if left.isCollection || right.isCollection, let problem = ExpressionValue.list([left, right]).firstProblem { return problem }
    return .boolean((left == right) == isWanted)
  }

  /// `in`, which is `exists(item, item == value)`, or the question for a key.
  private mutating func membership(of value: ExpressionValue, in collection: ExpressionValue, at place: Int) -> ExpressionValue {
    switch (value, collection) {
    case (_, .list(let items)):
      var outcome = Verdict(decidedBy: true)
      for item in items {
        charge(1)
        if outcome.isDecided(by: element(item, equals: value), at: range(of: place)) || isExhausted { break }
      }
      return outcome.value
    case (.string(let key), .record(let members)): return .boolean(members.value(for: key) != nil)
    default: return .error(.wrongType(.list(.any), collection, at: range(of: place)))
    }
  }

  /// Whether an item of a list is a value; a missing item may be.
  private mutating func element(_ item: ExpressionValue, equals value: ExpressionValue) -> ExpressionValue {
    item.isProblem ? item : equality(item, value, isWanted: true)
  }

  private mutating func order(
    _ left: ExpressionValue, at leftPlace: Int, _ sign: BinaryOperator, _ right: ExpressionValue, at place: Int
  ) -> ExpressionValue {
    switch (left, right) {
    case (.number(let a), .number(let b)):
      if a.int == nil || b.int == nil { charge(10) }
      return .boolean(sign.holds(a, b))
    case (.string(let a), .string(let b)):
      charge((a.utf8.count + b.utf8.count) / 16)
      let isLess = a.utf8.lexicographicallyPrecedes(b.utf8)
      return .boolean(sign.holds(isLess ? 0 : a.isSameText(as: b) ? 1 : 2, 1))
    case (.number, _), (.string, _): return .error(.wrongType(ExpressionType(of: left), right, at: range(of: place)))
    default: return .error(.wrongType(.number, left, at: range(of: leftPlace)))
    }
  }
}

extension BinaryOperator {
  /// Whether this relation holds between two comparable values.
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    default: preconditionFailure("only an order holds between values")
    }
  }
}
