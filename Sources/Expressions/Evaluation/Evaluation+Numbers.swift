internal import RuleModel

extension Evaluation {
  /// Returns `left sign right`. Long numbers cost steps by the square of their length, as the reduction of fractions does.
  mutating func arithmetic(_ left: Fraction, _ sign: BinaryOperator, _ right: Fraction, at place: Int) -> ExpressionValue {
    let areSmall = left.int != nil && right.int != nil
    let length = areSmall ? 0 : left.length + right.length + 2
    if length > 40 { charge(length * length / 100) }
    guard !isExhausted else { return exhaustion }
    let result: Fraction
    switch sign {
    case .add: result = left + right
    case .subtract: result = left - right
    case .multiply: result = left * right
    case .divide:
      guard !right.isZero else { return .error(.divisionByZero(at: range(of: place))) }
      result = left / right
    case .remainder:
      guard left.isWhole, right.isWhole else {
        return .error(.notWhole(left.isWhole ? right : left, at: range(of: place)))
      }
      guard !right.isZero else { return .error(.divisionByZero(at: range(of: place))) }
      result = remainder(left, right)
    default: preconditionFailure("only arithmetic is computed")
    }
    guard length <= Limits.numberCharacters || result.length <= Limits.numberCharacters else {
      return .error(.numberTooLong(at: range(of: place)))
    }
    return .number(result)
  }

  /// The remainder of whole numbers, with the sign of the dividend.
  private mutating func remainder(_ left: Fraction, _ right: Fraction) -> Fraction {
    if let a = left.int, let b = right.int { return Fraction(b == -1 ? 0 : a % b) }
    charge(20)
    return left - right * (left / right).rounded(places: 0, mode: .down)
  }

  /// Returns a number rounded to `places` decimals.
  mutating func rounded(_ number: Fraction, places: Int, mode: RoundingMode) -> Fraction {
    guard !number.isWhole else { return number }
    charge(20)
    return number.rounded(places: places, mode: mode)
  }

  /// Returns the sum of numbers, or the problem of one that grows too long.
  mutating func sum(_ numbers: [Fraction], at place: Int) -> ExpressionValue {
    var total = Fraction.zero
    for number in numbers {
      charge(1)
      guard case .number(let next) = arithmetic(total, .add, number, at: place) else {
        return isExhausted ? exhaustion : .error(.numberTooLong(at: range(of: place)))
      }
      total = next
    }
    return .number(total)
  }
}

extension Fraction {
  /// The number of characters of the exact text; for a whole number of the machine only an upper bound of them.
  var length: Int { int == nil ? exactText.utf8.count : 20 }
}
