internal import RuleModel

extension Interval {
  /// The smallest interval that holds both.
  func joined(with other: Interval) -> Interval {
    let low = zip(self.low, other.low).map { Interval.outer($0, $1, isLow: true) }
    let high = zip(self.high, other.high).map { Interval.outer($0, $1, isLow: false) }
    return Interval(low: low, high: high, excludesZero: !containsZero && !other.containsZero)
  }

  /// What both hold; empty if they have nothing in common.
  func common(with other: Interval) -> Interval {
    let low = zip(self.low, other.low).map { Interval.inner($0, $1, isLow: true) } ?? self.low ?? other.low
    let high = zip(self.high, other.high).map { Interval.inner($0, $1, isLow: false) } ?? self.high ?? other.high
    return Interval(low: low, high: high, excludesZero: excludesZero || other.excludesZero)
  }

  /// The numbers for which `sign` holds towards some number of `other`.
  static func satisfying(_ sign: BinaryOperator, _ other: Interval) -> Interval {
    switch sign {
    case .less: Interval(low: nil, high: other.high.map { End($0.value, isOpen: true) })
    case .lessOrEqual: Interval(low: nil, high: other.high)
    case .greater: Interval(low: other.low.map { End($0.value, isOpen: true) }, high: nil)
    case .greaterOrEqual: Interval(low: other.low, high: nil)
    case .equal: other
    default: .all
    }
  }

  /// The interval without one number, if that can be said.
  func without(_ number: Fraction) -> Interval {
    Interval(
      low: low.map { $0.value == number ? End(number, isOpen: true) : $0 },
      high: high.map { $0.value == number ? End(number, isOpen: true) : $0 }, excludesZero: excludesZero || number.isZero)
  }

  private static func outer(_ a: End, _ b: End, isLow: Bool) -> End {
    if a.value == b.value { return End(a.value, isOpen: a.isOpen && b.isOpen) }
    return (a.value < b.value) == isLow ? a : b
  }

  private static func inner(_ a: End, _ b: End, isLow: Bool) -> End {
    if a.value == b.value { return End(a.value, isOpen: a.isOpen || b.isOpen) }
    return (a.value < b.value) == isLow ? b : a
  }
}

/// Both values, or nil unless both are there.
func zip<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
  guard let first, let second else { return nil }
  return (first, second)
}
