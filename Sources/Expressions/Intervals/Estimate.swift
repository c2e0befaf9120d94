internal import RuleModel

/// What can be told of a value before the run.
enum Estimate: Sendable {
  case number(Interval)
  /// A list with these items.
  case items([Estimate])
  /// A list of any length whose items are like this.
  case many(Interval)
  case other

  /// The interval of a number; all numbers if nothing is known.
  var interval: Interval {
    if case .number(let interval) = self { return interval }
    return .all
  }

  /// The interval in which every item of a list lies.
  var item: Interval {
    switch self {
    case .items(let items): Estimate.hull(items.map(\.interval)) ?? .all
    case .many(let interval): interval
    case .number, .other: .all
    }
  }

  /// What is known of a value that is one or the other.
  @inline(never) func joined(with other: Estimate) -> Estimate {
    switch (self, other) {
    case (.number(let a), .number(let b)): .number(a.joined(with: b))
    case (.items, .items), (.many, .items), (.items, .many), (.many, .many): .many(item.joined(with: other.item))
    default: .other
    }
  }

  /// The smallest interval that holds all; nil for none.
  static func hull(_ intervals: [Interval]) -> Interval? {
    guard let first = intervals.first else { return nil }
    return intervals.dropFirst().reduce(first) { $0.joined(with: $1) }
  }
}
