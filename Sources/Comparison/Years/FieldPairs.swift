internal import RuleDiagnostics
package import RuleModel

/// Which field of one year's instrument is which of another's, as far as the rules of either year read them.
package struct FieldPairs: Sendable {
  /// The two names of each field; nil where a year does not record it.
  package let pairs: [(old: String?, new: String?)]
  /// The old names of the fields whose values the other year reads otherwise.
  package let recoded: Set<String>

  /// Pairs the fields of two editions of one ladder. Complexity: the parts times the parts.
  package init(old: Edition, new: Edition) {
    let rules = PairedRules(old: old, new: new)
    pairs = rules.columns.map { ($0.key.old, $0.key.new) }
    recoded = Set(old.fields.map(\.id.value).filter { !new.steps(since: old.name).recodings(of: $0).isEmpty })
  }
}
