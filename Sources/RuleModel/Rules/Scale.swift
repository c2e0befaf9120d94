public import RuleDiagnostics

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

/// What one level is worth. Rows that say the same are equal, wherever they are written.
public struct LevelScore: Sendable, Hashable {
  /// The recorded level.
  public let level: Fraction
  /// The points it gives.
  public let score: Fraction
  /// Where the points are written; nil if no file says so.
  public let place: SourceRange?

  /// Makes a row.
  public init(level: Fraction, score: Fraction, at place: SourceRange? = nil) {
    self.level = level
    self.score = score
    self.place = place
  }

  /// Tells whether two rows say the same.
  public static func == (left: LevelScore, right: LevelScore) -> Bool {
    left.level == right.level && left.score == right.score
  }

  /// Hashes what the row says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(level)
    hasher.combine(score)
  }
}

/// What values from `from` on are worth. Rows that say the same are equal, wherever they are written.
public struct BandRow: Sendable, Hashable {
  /// The lowest value of the band.
  public let from: Fraction
  /// The points it gives.
  public let score: Fraction
  /// Where the lowest value is written; nil if no file says so.
  public let fromPlace: SourceRange?
  /// Where the points are written; nil if no file says so.
  public let scorePlace: SourceRange?

  /// Makes a row.
  public init(from: Fraction, score: Fraction, fromAt fromPlace: SourceRange? = nil, scoreAt scorePlace: SourceRange? = nil) {
    self.from = from
    self.score = score
    self.fromPlace = fromPlace
    self.scorePlace = scorePlace
  }

  /// Tells whether two rows say the same.
  public static func == (left: BandRow, right: BandRow) -> Bool {
    left.from == right.from && left.score == right.score
  }

  /// Hashes what the row says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(from)
    hasher.combine(score)
  }
}
