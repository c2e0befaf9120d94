internal import RuleDiagnostics
internal import RuleModel

/// The lines that explanations between two years can have, in the order in which they are shown.
struct LineOrder: Sendable {
  /// One line below a block.
  struct Line: Sendable {
    let id: String
    let label: Words?
    /// Whether it is shown also where it is worth exactly 0: the named changes are.
    let isAlwaysShown: Bool
  }

  private let lines: [Block: [Line]]
  /// The named changes.
  let named: Set<String>

  /// Finds the lines of two years; `method` holds every difference between their rules.
  init(_ rules: PairedRules, method: [PlacedEdit]) {
    let changes = rules.new.changes(since: rules.old.name)
    named = Set(changes.map(\.id.value))
    let found = Set(method.map(\.line))
    lines = [
      .performance: ["performance", "coverage"].map { Line(id: $0, label: nil, isAlwaysShown: false) },
      .scope: rules.new.rungs.dropFirst().flatMap { rung in
        ["joined", "left"].map { Line(id: "\(rung.id.value)-\($0)", label: rung.label, isAlwaysShown: false) }
      },
      .method: changes.map { Line(id: $0.id.value, label: $0.title, isAlwaysShown: true) }
        + Edit.unclaimedLines.filter { found.contains($0) }.map {
          Line(id: $0, label: LineOrder.jointTitle(of: $0, method, changes), isAlwaysShown: false)
        },
    ]
  }

  /// The lines of a block.
  func lines(of block: Block) -> [Line] { lines[block] ?? [] }

  /// What a line is called in which several named changes did one thing together: their titles; nil where nobody claims what is in it.
  private static func jointTitle(of line: String, _ method: [PlacedEdit], _ changes: [NamedChange]) -> Words? {
    let own = method.filter { $0.line == line }
    let claimants = changes.filter { change in own.contains { $0.jointly.contains(change.id.value) } }.map(\.title)
    guard !claimants.isEmpty, own.allSatisfy({ !$0.jointly.isEmpty }) else { return nil }
    return Words(id: claimants.map(\.id).joined(separator: " + "), en: claimants.map(\.en).joined(separator: " + "))
  }
}
