/// What one edit switches from the old year's value to the new year's.
enum Edit: Hashable, Sendable {
  /// The scale of an indicator, or of all into which one was split or that were merged into one, where these change as one.
  case scale(parts: [Int])
  case missing(part: Int)
  case applies(part: Int)
  case combine(part: Int)
  case goalposts(part: Int)
  case at(part: Int)
  case round(part: Int)
  case parent(part: Int)
  /// The weights of the continuing children of a group.
  case weights(group: Int)
  /// An indicator of the new year.
  case came(part: Int)
  /// An indicator of the old year.
  case went(part: Int)
  case rung(Int)
  case joined(rung: Int, entity: Int)
  case left(rung: Int, entity: Int)
  /// A cell that was observed in both years.
  case changed(column: Int, entity: Int)
  /// A cell that was observed in one of the years only.
  case coverage(column: Int, entity: Int)
  /// Every cell that differs in one way, where nobody asks about single ones.
  case cells(CellDifference)

  /// The last level of the drill-down where one part has several edits; also the type of a difference that no change claims.
  var kind: String {
    switch self {
    case .scale, .goalposts: "scale"
    case .missing: "missing"
    case .applies: "applies"
    case .combine, .at, .parent, .rung: "structure"
    case .round: "rounding"
    case .weights: "weights"
    case .came: "added"
    case .went: "removed"
    case .joined: "joined"
    case .left: "left"
    case .changed, .coverage, .cells: "cell"
    }
  }

  /// The line of the method block for a difference that no change claims.
  var unclaimedLine: String {
    switch self {
    case .came: "added"
    case .went: "removed"
    case .weights: "reweighted"
    case .scale, .goalposts: "rescaled"
    case .missing, .applies: "policy"
    case .round: "rounding"
    default: "restructured"
    }
  }

  /// The lines for unclaimed differences in the order in which they are shown.
  static let unclaimedLines = ["added", "removed", "reweighted", "rescaled", "restructured", "policy", "rounding"]
}

/// How a cell of the new year differs from the old year's.
enum CellDifference: UInt8, Sendable, CaseIterable {
  case none
  /// It was observed in both years and has another value.
  case changed
  /// It was observed in one of the years only.
  case coverage

  /// The line of the block of performance under which it is shown.
  var line: String { self == .changed ? "performance" : "coverage" }
}
