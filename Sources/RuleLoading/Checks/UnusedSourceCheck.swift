internal import RuleDiagnostics
internal import RuleModel

/// Every source that this file lists is cited by something in it.
struct UnusedSourceCheck: Check {
  static let codes: [DiagnosticCode] = [.unusedSource]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard rules.isComplete else { return }
    let cited = Set(rules.citations.map(\.source))
    // What an earlier edition lists is a matter of that edition.
    for source in rules.edition.sources where source.key.range.file == rules.edition.file && !cited.contains(source.key.value) {
      log.warning(
        .unusedSource, at: source.key.range,
        Words(id: "sumber `\(source.key.value)` tidak dikutip di mana pun", en: "the source `\(source.key.value)` is cited by nothing"),
        help: Words(
          id: "sebut di `cite:` pada bagian, zona atau perubahan yang bertumpu padanya, atau hapus",
          en: "name it in `cite:` of the part, the zones or the change that rests on it, or remove it"))
    }
  }
}
