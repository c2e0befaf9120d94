/// The functions of the language; there are no others, and nobody can add one.
package enum Function: String, Sendable, CaseIterable {
  case size, min, max, sum, mean, abs, floor, ceil, clamp, round
  case startsWith, endsWith, contains

  /// Whether it is written behind its first argument: `name.startsWith("x")`.
  var isMethod: Bool {
    switch self {
    case .startsWith, .endsWith, .contains: true
    default: false
    }
  }

  /// How many arguments it takes, the one before the dot included.
  var arity: ClosedRange<Int> {
    switch self {
    case .size, .abs, .floor, .ceil: 1...1
    case .min, .max, .sum, .mean: 1...Limits.textBytes
    case .clamp: 3...3
    case .round: 2...3
    case .startsWith, .endsWith, .contains: 2...2
    }
  }

  /// How it is written.
  var usage: String {
    switch self {
    case .size: "size(x)"
    case .min, .max, .sum, .mean: "\(rawValue)(x, y, ..)` or `\(rawValue)(list)"
    case .abs, .floor, .ceil: "\(rawValue)(x)"
    case .clamp: "clamp(x, low, high)"
    case .round: "round(x, places)` or `round(x, places, \"half_up\")"
    case .startsWith, .endsWith, .contains: "text.\(rawValue)(\"..\")"
    }
  }
}

/// The macros that look at each item of a list.
package enum Macro: String, Sendable, CaseIterable {
  case all, exists
  case existsOne = "exists_one"
  case filter, map

  /// How it is written.
  var usage: String {
    self == .map ? "list.map(x, ..)` or `list.map(x, condition, ..)" : "list.\(rawValue)(x, condition)"
  }
}
