/// How the observation of a part becomes points. Every case names the fields it reads.
public enum Scale: Sendable, Equatable, Hashable {
  /// Top or bottom of the scale.
  case yesNo(field: String, invert: Bool)
  /// The share of points met, or the top from `atLeast` met points on.
  case checklist(items: [ChecklistItem], atLeast: Fraction?)
  /// A table from level to points.
  case levels(field: String, scores: [LevelScore])
  /// Steps: the last row whose `from` is not above the value.
  case bands(field: String, rows: [BandRow])
  /// The exact line between the worst and the best value, or between their logarithms.
  case linear(field: String, worst: Fraction, best: Fraction, clamp: Bool, logarithmic: Bool)
  /// A formula in the expression language and the fields that it reads.
  case formula(text: String, fields: [String])

  /// The fields that are read, in order.
  public var fields: [String] {
    switch self {
    case .yesNo(let field, _), .levels(let field, _), .bands(let field, _), .linear(let field, _, _, _, _): [field]
    case .checklist(let items, _): items.map(\.field)
    case .formula(_, let fields): fields
    }
  }
}

/// An item of a checklist.
public struct ChecklistItem: Sendable, Equatable, Hashable {
  /// The field that says whether the item is met.
  public let field: String
  /// What the item counts, 1 if the rules say nothing.
  public let points: Fraction

  /// Makes an item.
  public init(field: String, points: Fraction) {
    self.field = field
    self.points = points
  }
}

/// What one level is worth.
public struct LevelScore: Sendable, Equatable, Hashable {
  /// The recorded level.
  public let level: Fraction
  /// The points it gives.
  public let score: Fraction

  /// Makes a row.
  public init(level: Fraction, score: Fraction) {
    self.level = level
    self.score = score
  }
}

/// What values from `from` on are worth.
public struct BandRow: Sendable, Equatable, Hashable {
  /// The lowest value of the band.
  public let from: Fraction
  /// The points it gives.
  public let score: Fraction

  /// Makes a row.
  public init(from: Fraction, score: Fraction) {
    self.from = from
    self.score = score
  }
}
