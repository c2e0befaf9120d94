internal import RuleDiagnostics
internal import RuleModel

/// The lines that explanations between two years can have, in the order in which they are shown.
struct LineOrder: Sendable {
  /// One line below a block.
  struct Line: Sendable {
    let id: String
    let label: Words?
  }

  private let lines: [Block: [Line]]
  private let named: Set<String>

  /// Finds the lines of two years; `method` holds every difference between their rules.
  init(_ rules: PairedRules, method: [PlacedEdit]) {
    let changes = rules.new.changes(since: rules.old.name)
    named = Set(changes.map(\.id.value))
    let found = Set(method.map(\.line))
    lines = [
      .performance: ["performance", "coverage"].map { Line(id: $0, label: nil) },
      .scope: rules.new.rungs.dropFirst().flatMap { rung in
        ["joined", "left"].map { Line(id: "\(rung.id.value)-\($0)", label: rung.label) }
      },
      .method: changes.map { Line(id: $0.id.value, label: $0.title) }
        + Edit.unclaimedLines.filter { found.contains($0) }.map {
          Line(id: $0, label: LineOrder.jointTitle(of: $0, method, changes))
        },
    ]
  }

  /// The lines of a block.
  func lines(of block: Block) -> [Line] { lines[block] ?? [] }

  /// Whether a line of a block is shown also where it is worth exactly 0: the named changes are.
  func isAlwaysShown(_ line: String, in block: String) -> Bool { block == Block.method.rawValue && named.contains(line) }

  /// What a line is called in which several named changes did one thing together: their titles; nil where nobody claims what is in it.
  private static func jointTitle(of line: String, _ method: [PlacedEdit], _ changes: [NamedChange]) -> Words? {
    let own = method.filter { $0.line == line }
    let claimants = changes.filter { change in own.contains { $0.jointly.contains(change.id.value) } }.map(\.title)
    guard !claimants.isEmpty, own.allSatisfy({ !$0.jointly.isEmpty }) else { return nil }
    return Words(id: claimants.map(\.id).joined(separator: " + "), en: claimants.map(\.en).joined(separator: " + "))
  }
}
