public import RuleDiagnostics
public import RuleModel

/// What of an edition is reached by its tests, piece by piece.
///
/// A piece is reached if some test has an entity with a score whose value goes through it. Whether a wrong figure there would be noticed is
/// another question: see ``MutationReport``.
public struct RuleCoverage: Sendable {
  /// A piece of an edition that a test can reach.
  public enum Target: Sendable, Hashable {
    /// A part has a value.
    case part(String)
    /// A part with a condition does not apply.
    case notApplicable(String)
    /// A question of yes or no is answered so.
    case answer(part: String, field: String, Bool)
    /// A level of a table occurs.
    case level(part: String, Fraction)
    /// A band occurs, named by its lowest value.
    case band(part: String, from: Fraction)
    /// A total falls into a step of the zone ladder.
    case zone(String)

    /// The kind of piece.
    public var kind: Kind {
      switch self {
      case .part: .part
      case .notApplicable: .condition
      case .answer: .answer
      case .level: .level
      case .band: .band
      case .zone: .zone
      }
    }
  }

  /// The kinds of pieces, in the order in which they are told.
  public enum Kind: String, Sendable, CaseIterable {
    case part, condition, answer, level, band, zone
  }

  /// A piece with its place in the rules.
  public struct Piece: Sendable, Equatable {
    /// What it is.
    public let target: Target
    /// Where it is written.
    public let range: SourceRange
  }

  /// How many pieces there are, and how many of them are reached.
  public struct Count: Sendable, Equatable {
    /// How many are reached.
    public let reached: Int
    /// How many there are.
    public let total: Int

    /// Makes a count.
    public init(reached: Int, total: Int) {
      self.reached = reached
      self.total = total
    }

    /// The share in whole percents, rounded down: 100 only if all are reached.
    public var percent: Int { total == 0 ? 100 : reached * 100 / total }
  }

  /// All pieces, in the order of the rules.
  public let pieces: [Piece]
  private var reached: Set<Target> = []

  /// Lists the pieces of an edition; none is reached yet. Complexity: linear in its size.
  public init(of edition: Edition) {
    pieces =
      edition.score.subtree.flatMap { RuleCoverage.pieces(of: $0) }
      + edition.zones.steps.map { Piece(target: .zone($0.id.value), range: $0.id.range) }
  }

  private static func pieces(of part: Part) -> [Piece] {
    let id = part.id.value
    var pieces = [Piece(target: .part(id), range: part.id.range)]
    if let condition = part.condition { pieces.append(Piece(target: .notApplicable(id), range: condition.range)) }
    guard case .leaf(let scale) = part.body else { return pieces }
    switch scale {
    case .yesNo(let field, _):
      pieces += [true, false].map { Piece(target: .answer(part: id, field: field, $0), range: part.id.range) }
    case .checklist(let items, _):
      pieces += items.flatMap { item in
        [true, false].map { Piece(target: .answer(part: id, field: item.field, $0), range: part.id.range) }
      }
    case .levels(_, let scores):
      pieces += scores.map { Piece(target: .level(part: id, $0.level), range: $0.place ?? part.id.range) }
    case .bands(_, let rows):
      pieces += rows.map { Piece(target: .band(part: id, from: $0.from), range: $0.fromPlace ?? part.id.range) }
    case .linear, .formula: break
    }
    return pieces
  }

  /// Notes that a test reaches a piece.
  mutating func reach(_ target: Target) {
    reached.insert(target)
  }

  /// The pieces that no test reaches, in the order of the rules.
  public var untested: [Piece] { pieces.filter { !reached.contains($0.target) } }

  /// How many pieces of a kind are reached; of all kinds without one.
  public func count(of kind: Kind? = nil) -> Count {
    let asked = pieces.filter { kind == nil || $0.target.kind == kind }
    return Count(reached: asked.count { reached.contains($0.target) }, total: asked.count)
  }
}
