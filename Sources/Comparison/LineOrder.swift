internal import RuleDiagnostics
internal import RuleModel

/// The lines that explanations between two years can have, in the order in which they are shown.
struct LineOrder: Sendable {
  /// One line below a block.
  struct Line: Sendable {
    let id: String
    let label: Words?
    /// What the named changes in it say of how sure they are.
    var grounds = Grounds.unsaid
    /// The named changes that it tells.
    var changes: [NamedChange] = []
  }

  private let lines: [Block: [Line]]
  private let named: Set<String>
  /// What the rules say of their own changes: where the same answer asks more or less than before, and the named changes that say themselves
  /// that they, or how something continues by them, are assumed; in order.
  let assumptions: [ScoreChange.Assumption]

  /// Finds the lines of two years; `method` holds every difference between their rules.
  init(_ rules: PairedRules, method: [PlacedEdit]) {
    let changes = rules.new.changes(since: rules.old.name)
    named = Set(changes.map(\.id.value))
    assumptions =
      LineOrder.otherCriteria(rules.old, rules.new)
      + changes.filter { $0.weakest.provenance == .assumed }.map {
        ScoreChange.Assumption(kind: .assumedChange, what: $0.id.value, label: $0.title, note: $0.weakest.note)
      }
    let found = Set(method.map(\.line))
    lines = [
      .performance: ["performance", "coverage"].map { Line(id: $0, label: nil) },
      .scope: rules.new.rungs.dropFirst().flatMap { rung in
        ["joined", "left"].map { Line(id: "\(rung.id.value)-\($0)", label: rung.label) }
      },
      .method: changes.map { Line(id: $0.id.value, label: $0.title, grounds: $0.weakest, changes: [$0]) }
        + Edit.unclaimedLines.filter { found.contains($0) }.map {
          let claimants = LineOrder.claimants(of: $0, method, changes)
          return Line(
            id: $0, label: LineOrder.jointTitle(of: $0, method, changes),
            grounds: Grounds(provenance: claimants.compactMap(\.weakest.provenance).max()), changes: claimants)
        },
    ]
  }

  /// The parts that continue with a stricter or a wider criterion which their scale does not show; what it shows is part of the method.
  private static func otherCriteria(_ old: Edition, _ new: Edition) -> [ScoreChange.Assumption] {
    let parts = Dictionary(new.score.subtree.map { ($0.id.value, $0) }) { first, _ in first }
    let bodies = Dictionary(old.score.subtree.map { ($0.id.value, $0.body) }) { first, _ in first }
    let steps = new.steps(since: old.name)
    return steps.enumerated().flatMap { place, step in
      step.parts.flatMap { link -> [ScoreChange.Assumption] in
        guard let kind = ScoreChange.Assumption.Kind(criterion: link.kind) else { return [] }
        return link.to.flatMap { steps[(place + 1)...].successors(of: $0) }.compactMap { id in
          guard let part = parts[id], part.body == bodies[id] else { return nil }
          return ScoreChange.Assumption(kind: kind, what: id, label: part.label)
        }
      }
    }
  }

  /// The lines of a block.
  func lines(of block: Block) -> [Line] { lines[block] ?? [] }

  /// Whether a line of a block is shown also where it is worth exactly 0: the named changes are.
  func isAlwaysShown(_ line: String, in block: String) -> Bool { block == Block.method.rawValue && named.contains(line) }

  /// What the named changes in a line of a block say of how sure they are.
  func grounds(of line: String, in block: String) -> Grounds {
    guard block == Block.method.rawValue else { return .unsaid }
    return lines(of: .method).first { $0.id == line }?.grounds ?? .unsaid
  }

  /// The named changes that a line of a block tells.
  func changes(of line: String, in block: String) -> [NamedChange] {
    guard block == Block.method.rawValue else { return [] }
    return lines(of: .method).first { $0.id == line }?.changes ?? []
  }

  /// What a line is called in which several named changes did one thing together: their titles; nil where nobody claims what is in it.
  private static func jointTitle(of line: String, _ method: [PlacedEdit], _ changes: [NamedChange]) -> Words? {
    let claimants = claimants(of: line, method, changes).map(\.title)
    guard !claimants.isEmpty, method.allSatisfy({ $0.line != line || !$0.jointly.isEmpty }) else { return nil }
    return Words(id: claimants.map(\.id).joined(separator: " + "), en: claimants.map(\.en).joined(separator: " + "))
  }

  /// The named changes that have done something together in a line.
  private static func claimants(of line: String, _ method: [PlacedEdit], _ changes: [NamedChange]) -> [NamedChange] {
    let together = Set(method.filter { $0.line == line }.flatMap(\.jointly))
    return changes.filter { together.contains($0.id.value) }
  }
}

extension ScoreChange.Assumption.Kind {
  /// What a link says of a criterion; nil if it says nothing.
  fileprivate init?(criterion link: PartLink.Kind) {
    switch link {
    case .narrowed: self = .narrowed
    case .widened: self = .widened
    case .same, .renamed, .moved, .split, .merged, .new, .dropped: return nil
    }
  }
}
