internal import RuleModel

// The results hold every number that the operation can give for numbers of the operands; they may hold more. An end that grows too long
// to be handled quickly is given up, which widens the interval.
extension Interval {
  static func + (left: Interval, right: Interval) -> Interval {
    let sum = { (a: End, b: End) in End(a.value + b.value, isOpen: a.isOpen || b.isOpen) }
    return Interval(low: zip(left.low, right.low).map(sum), high: zip(left.high, right.high).map(sum)).limited
  }

  static prefix func - (value: Interval) -> Interval {
    let negated = { (end: End) in End(-end.value, isOpen: end.isOpen) }
    return Interval(low: value.high.map(negated), high: value.low.map(negated), excludesZero: value.excludesZero)
  }

  static func - (left: Interval, right: Interval) -> Interval { left + -right }

  static func * (left: Interval, right: Interval) -> Interval {
    let corners = left.reaches.flatMap { a in right.reaches.map { b in Reach.product(a, b) } }
    return Interval(
      low: corners.reduce(corners[0]) { Reach.outer($0, $1, isLow: true) }.end,
      high: corners.reduce(corners[0]) { Reach.outer($0, $1, isLow: false) }.end,
      excludesZero: !left.containsZero && !right.containsZero
    ).limited
  }

  /// The quotients by all divisors but 0.
  static func / (left: Interval, right: Interval) -> Interval { left * right.reciprocal }

  private var reciprocal: Interval {
    let isPositive = low.map { $0.value.signum >= 0 } ?? false
    let isNegative = high.map { $0.value.signum <= 0 } ?? false
    guard isPositive != isNegative else { return .all }
    if isNegative { return -(-self).reciprocal }
    let inverse = { (end: End) in End(Fraction.one / end.value, isOpen: end.isOpen) }
    return Interval(
      low: high.map(inverse) ?? End(.zero, isOpen: true), high: low.flatMap { $0.value.isZero ? nil : inverse($0) }, excludesZero: true)
  }

  /// The distances from 0.
  var magnitude: Interval {
    if let low, low.value.signum >= 0 { return self }
    if let high, high.value.signum <= 0 { return -self }
    let far = zip(low, high).map { a, b in
      let a = End(-a.value, isOpen: a.isOpen)
      return a.value == b.value ? End(a.value, isOpen: a.isOpen && b.isOpen) : a.value < b.value ? b : a
    }
    return Interval(low: End(.zero, isOpen: excludesZero), high: far)
  }

  /// What a function that never falls makes of the interval.
  func mapped(_ rising: (Fraction) -> Fraction) -> Interval {
    Interval(low: low.map { End(rising($0.value)) }, high: high.map { End(rising($0.value)) })
  }

  private var limited: Interval {
    let short = { (end: End) in end.value.length <= 80 ? end : nil }
    return Interval(low: low.flatMap(short), high: high.flatMap(short), excludesZero: excludesZero)
  }

  /// The ends for products: a number, or beyond all numbers.
  private var reaches: [Reach] {
    [low.map(Reach.end) ?? .beyond(sign: -1), high.map(Reach.end) ?? .beyond(sign: 1)]
  }
}

/// An end of an interval, or where it has none.
private enum Reach {
  case end(Interval.End)
  case beyond(sign: Int)

  var end: Interval.End? {
    if case .end(let end) = self { return end }
    return nil
  }

  /// The product, where 0 times anything is 0.
  static func product(_ a: Reach, _ b: Reach) -> Reach {
    switch (a, b) {
    case (.end(let x), .end(let y)):
      let isZeroReached = (x.value.isZero && !x.isOpen) || (y.value.isZero && !y.isOpen)
      return .end(Interval.End(x.value * y.value, isOpen: !isZeroReached && (x.isOpen || y.isOpen)))
    case (.end(let x), .beyond(let sign)), (.beyond(let sign), .end(let x)):
      return x.value.isZero ? .end(x) : .beyond(sign: sign * x.value.signum)
    case (.beyond(let s), .beyond(let t)):
      return .beyond(sign: s * t)
    }
  }

  /// The one further out; of two equal ends the closed one.
  static func outer(_ a: Reach, _ b: Reach, isLow: Bool) -> Reach {
    switch (a, b) {
    case (.end(let x), .end(let y)):
      if x.value == y.value { return .end(Interval.End(x.value, isOpen: x.isOpen && y.isOpen)) }
      return (x.value < y.value) == isLow ? a : b
    case (.beyond(let sign), .end): return (sign < 0) == isLow ? a : b
    case (.end, .beyond(let sign)): return (sign < 0) == isLow ? b : a
    case (.beyond(let s), .beyond): return (s < 0) == isLow ? a : b
    }
  }
}
