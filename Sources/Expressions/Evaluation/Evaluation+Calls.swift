internal import RuleModel

extension Evaluation {
  /// The result of a function. INVARIANT: the parser saw to the number of arguments.
  mutating func call(_ function: Function, _ arguments: [Int], at index: Int) -> ExpressionValue {
    switch function {
    case .size: return size(of: arguments[0])
    case .min, .max, .sum, .mean: return aggregate(function, arguments, at: index)
    case .abs: return number(arguments[0]) { _, number in .number(number.magnitude) }
    case .floor: return number(arguments[0]) { ExpressionValue.number($0.rounded($1, places: 0, mode: $1.signum < 0 ? .up : .down)) }
    case .ceil: return number(arguments[0]) { ExpressionValue.number($0.rounded($1, places: 0, mode: $1.signum < 0 ? .down : .up)) }
    case .clamp: return clamp(arguments)
    case .round: return round(arguments)
    case .startsWith, .endsWith, .contains: return search(function, arguments)
    }
  }

  private mutating func size(of argument: Int) -> ExpressionValue {
    let value = value(argument)
    switch value {
    case .string(let text):
      charge(text.utf8.count / 16)
      return .number(Fraction(text.unicodeScalars.count))
    case .list(let items): return .number(Fraction(items.count))
    case .record(let members): return .number(Fraction(members.count))
    case .unknown, .error: return value
    default: return .error(.wrongType(.list(.any), value, at: range(of: argument)))
    }
  }

  private mutating func aggregate(_ function: Function, _ arguments: [Int], at index: Int) -> ExpressionValue {
    var values = arguments.map { value($0) }
    if values.count == 1, case .list(let items)? = values.first { values = items }
    let list = ExpressionValue.list(values)
    charge(for: list)
    if let problem = list.firstProblem { return problem }
    var numbers: [Fraction] = []
    numbers.reserveCapacity(values.count)
    for (place, value) in values.enumerated() {
      guard case .number(let number) = value else {
        let culprit = arguments.count == values.count ? arguments[place] : arguments[0]
        return .error(.wrongType(.number, value, at: range(of: culprit)))
      }
      if number.int == nil { charge(10) }
      numbers.append(number)
    }
    if numbers.isEmpty, function != .sum { return .error(.emptyList(function, at: range(of: index))) }
    switch function {
    case .min: return .number(numbers.min() ?? .zero)
    case .max: return .number(numbers.max() ?? .zero)
    case .sum: return sum(numbers, at: index)
    default:
      let total = sum(numbers, at: index)
      guard case .number(let number) = total else { return total }
      return arithmetic(number, .divide, Fraction(numbers.count), at: index)
    }
  }

  private mutating func clamp(_ arguments: [Int]) -> ExpressionValue {
    numbers(arguments) { evaluation, numbers in
      guard numbers[1] <= numbers[2] else { return .error(.clampEnds(at: evaluation.range(of: arguments[1]))) }
      return .number(max(numbers[1], min(numbers[2], numbers[0])))
    }
  }

  private mutating func round(_ arguments: [Int]) -> ExpressionValue {
    var mode = RoundingMode.halfUp
    var missing = false
    if arguments.count == 3 {
      switch value(arguments[2]) {
      case .string(let name):
        guard let named = RoundingMode(rawValue: name) else { return .error(.roundingMode(name, at: range(of: arguments[2]))) }
        mode = named
      case .unknown: missing = true
      case .error(let error): return .error(error)
      case let other: return .error(.wrongType(.string, other, at: range(of: arguments[2])))
      }
    }
    let result = numbers(Array(arguments.prefix(2))) { evaluation, numbers in
      guard let places = Places.valid(numbers[1]) else { return .error(.places(at: evaluation.range(of: arguments[1]))) }
      return .number(evaluation.rounded(numbers[0], places: places, mode: mode))
    }
    if missing, case .number = result { return .unknown }
    return result
  }

  /// Returns what `body` makes of several numbers, or the problem in its way: an error before a missing observation.
  private mutating func numbers(
    _ arguments: [Int], _ body: (inout Evaluation, [Fraction]) -> ExpressionValue
  ) -> ExpressionValue {
    var numbers: [Fraction] = []
    for argument in arguments {
      switch value(argument) {
      case .number(let number): numbers.append(number)
      case .unknown: continue
      case .error(let error): return .error(error)
      case let other: return .error(.wrongType(.number, other, at: range(of: argument)))
      }
    }
    charge(20)
    return numbers.count == arguments.count ? body(&self, numbers) : .unknown
  }
}
