internal import RuleModel

extension IntervalAnalysis {
  /// What is known of a function's result.
  mutating func call(_ function: Function, _ arguments: [Node], at node: Node) -> Estimate {
    var values: [Estimate] = []
    for argument in arguments { values.append(estimate(argument)) }
    return result(of: function, values, arguments, at: node)
  }

  @inline(never) private mutating func result(of function: Function, _ values: [Estimate], _ arguments: [Node], at node: Node) -> Estimate {
    switch function {
    case .size: return .number(Interval(atLeast: .zero))
    case .min, .max, .sum, .mean: return .number(aggregate(function, values))
    case .abs: return .number(values[0].interval.magnitude)
    case .floor, .ceil, .round:
      reportRounding(function, at: node)
      return .number(rounded(function, arguments, values[0].interval))
    case .clamp:
      let (low, high) = (values[1].interval, values[2].interval)
      return .number(largest([low, smallest([high, values[0].interval])]))
    case .startsWith, .endsWith, .contains: return .other
    }
  }

  @inline(never) private func aggregate(_ function: Function, _ values: [Estimate]) -> Interval {
    var items = values.map(\.interval)
    if values.count == 1, let list = values.first {
      switch list {
      case .items(let inside): items = inside.map(\.interval)
      case .many(let interval): return function == .sum ? Interval.multiples(of: interval) : interval
      case .number(let interval): return interval
      case .other: return .all
      }
    }
    guard let first = items.first else { return function == .sum ? Interval(.zero) : .all }
    switch function {
    case .min: return smallest(items)
    case .max: return largest(items)
    default:
      let sum = items.dropFirst().reduce(first, +)
      return function == .sum ? sum : sum * Interval(Fraction(1, items.count))
    }
  }

  @inline(never) private func smallest(_ items: [Interval]) -> Interval { -largest(items.map { -$0 }) }

  /// Where the largest of several numbers lies: at least at the highest of the lower ends.
  @inline(never) private func largest(_ items: [Interval]) -> Interval {
    let lows = items.compactMap(\.low)
    let floor = lows.reduce(lows.first) { best, end in best.map { $0.value < end.value ? end : $0 } }
    let hull = Estimate.hull(items) ?? .all
    return Interval(low: floor.map { Interval.End($0.value) }, high: hull.high)
  }

  @inline(never) private func rounded(_ function: Function, _ arguments: [Node], _ interval: Interval) -> Interval {
    switch function {
    case .floor: return interval.mapped { $0.rounded(places: 0, mode: $0.signum < 0 ? .up : .down) }
    case .ceil: return interval.mapped { $0.rounded(places: 0, mode: $0.signum < 0 ? .down : .up) }
    default:
      guard case .number(let number) = arguments[1].form, let places = Places.valid(number), let mode = mode(arguments) else {
        return interval + Interval(Fraction(-1)...Fraction(1))
      }
      return interval.mapped { $0.rounded(places: places, mode: mode) }
    }
  }

  private func mode(_ arguments: [Node]) -> RoundingMode? {
    guard arguments.count == 3 else { return .halfUp }
    if case .string(let name) = arguments[2].form { return RoundingMode(rawValue: name) }
    return nil
  }

  /// A macro over a list.
  mutating func comprehension(_ loop: Node.Comprehension) -> Estimate {
    let item = estimate(loop.list).item
    let outside = (ranges, variables)
    defer { (ranges, variables) = outside }
    variables.append((loop.variable, item))
    if let condition = loop.condition {
      _ = estimate(condition)
      assume(condition, holds: true)
    }
    switch loop.macro {
    case .all, .exists, .existsOne: return .other
    case .filter: return .many(variables.last?.interval ?? item)
    case .map: return .many(loop.result.map { estimate($0).interval } ?? .all)
    }
  }
}

extension Interval {
  /// Where sums of any number of numbers of an interval lie, none included.
  static func multiples(of interval: Interval) -> Interval {
    let isPositive = interval.low.map { $0.value.signum >= 0 } ?? false
    let isNegative = interval.high.map { $0.value.signum <= 0 } ?? false
    return Interval(low: isPositive ? End(.zero) : nil, high: isNegative ? End(.zero) : nil)
  }
}
