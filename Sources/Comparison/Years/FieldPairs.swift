internal import RuleDiagnostics
package import RuleModel

/// Which field of one year's instrument is which of another's, as far as the rules of either year read them.
package struct FieldPairs: Sendable {
  /// The two names of each field; nil where a year does not record it.
  package let pairs: [(old: String?, new: String?)]
  /// The old names of the fields whose values the other year reads otherwise, with the new name and how they are read step by step; without
  /// it where only one of the years reads the field.
  package let recoded: [String: (new: String, links: [FieldLink])?]

  /// Pairs the fields of two editions of one ladder. Complexity: the parts times the parts.
  package init(old: Edition, new: Edition) {
    let rules = PairedRules(old: old, new: new)
    pairs = rules.columns.map { ($0.key.old, $0.key.new) }
    let steps = new.steps(since: old.name)
    let names = old.fields.map(\.id.value).filter { !steps.recodings(of: $0).isEmpty }
    let twins = rules.twins.compactMap { twin -> (String, (new: String, links: [FieldLink]))? in
      guard let before = rules.columns[twin.old].key.old, let after = rules.columns[twin.new].key.new else { return nil }
      return (before, (after, twin.links))
    }
    let known = Dictionary(twins) { first, _ in first }
    recoded = Dictionary(names.map { ($0, known[$0]) }) { first, _ in first }
  }
}
