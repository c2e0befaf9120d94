internal import RuleDiagnostics
internal import RuleModel

/// A rung that expects numbers by kind names kinds that the top rung has.
struct ExpectedKindCheck: Check {
  static let codes: [DiagnosticCode] = [.notAChoice]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard let top = rules.edition.rungs.first, !top.kinds.isEmpty else { return }
    for rung in rules.edition.rungs {
      guard let count = rung.count, case .byKind(let numbers) = count.value else { continue }
      for kind in numbers.keys.sorted() where !top.kinds.contains(kind) {
        log.error(
          .notAChoice, at: count.range,
          Words(id: "jenjang `\(top.id.value)` tidak punya jenis `\(kind)`", en: "the rung `\(top.id.value)` has no kind `\(kind)`"),
          help: suggestion(for: kind, among: top.kinds)
            ?? Words(id: "tambahkan ke `kinds` pada jenjang itu, atau hapus", en: "add it to `kinds` of that rung, or remove it"))
      }
    }
  }
}
