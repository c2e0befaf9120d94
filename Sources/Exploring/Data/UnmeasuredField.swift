internal import Observations
internal import RuleDiagnostics
public import RuleModel
internal import Scoring

/// A field that rules ask for and that data do not hold at all: nobody looked, so nobody knows.
public struct UnmeasuredField: Sendable, Equatable {
  /// The field.
  public let field: Field
  /// The indicators that read it, in the order of the rules, as the rules treat them here.
  public let parts: [Part]
}

/// What becomes of indicators that insist on an observation which nobody made.
public enum UnmeasuredChoice: String, Sendable, CaseIterable {
  /// What the rules say: no score without it.
  case rules
  /// They are left out with their weight.
  case skip
  /// They count as the lowest score.
  case zero

  /// The policy that takes the place of one that insists; nil to leave it.
  var policy: MissingPolicy? {
    switch self {
    case .rules: nil
    case .skip: .skip
    case .zero: .zero
    }
  }
}

extension CheckedEdition {
  /// The fields that some indicator or condition reads and that a table does not hold. Complexity: linear in the parts, and in the cells of
  /// columns that hold nothing.
  func unmeasured(in table: ObservationTable) -> [UnmeasuredField] {
    let plan = Plan(self)
    // Plan and tree list the parts in the same order.
    let parts = edition.score.subtree
    return edition.fields.indices.compactMap { column in
      let field = edition.fields[column]
      guard table.columns[field.id.value]?.codes.allSatisfy({ $0 < 0 }) ?? true else { return nil }
      let readers = plan.nodes.indices.filter { plan.nodes[$0].reads(column) }.map { parts[$0] }
      return readers.isEmpty ? nil : UnmeasuredField(field: field, parts: readers)
    }
  }

  /// These rules with another policy for those of some parts that insist on an observation.
  func treating(_ parts: Set<String>, by choice: UnmeasuredChoice) -> CheckedEdition {
    guard let policy = choice.policy, !parts.isEmpty else { return self }
    func treated(_ part: Part) -> Part {
      var part = part
      if parts.contains(part.id.value), part.missing.insists { part.missing = policy }
      if case .group(let combine, let children) = part.body { part.body = .group(combine, children.map(treated)) }
      return part
    }
    var edition = edition
    edition.score = treated(edition.score)
    // Only the checks of carried values look at these policies, and they ask for less where none is carried.
    return CheckedEdition(passing: edition)
  }
}

extension Plan.Node {
  /// Whether the part itself reads a column.
  fileprivate func reads(_ column: Int) -> Bool {
    if case .leaf(let scale) = body, scale.columns.contains(column) { return true }
    return condition?.columns.contains(column) ?? false
  }
}
