internal import RuleDiagnostics
internal import RuleModel

/// A kind of which the `count` of a rung says a number.
struct CountedKind {
  /// The kind, where it is written.
  let kind: Marked<String>
  /// The rung whose kinds it is one of.
  let rung: String
}

/// A rung that expects numbers by kind names kinds that the top rung has, or that it has itself.
struct ExpectedKindCheck: Check {
  static let codes: [DiagnosticCode] = [.notAChoice]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for counted in rules.countedKinds {
      guard let rung = rules.edition.rungs.first(where: { $0.id.value == counted.rung }), !rung.kinds.isEmpty else { continue }
      let kind = counted.kind
      guard !rung.kinds.contains(kind.value) else { continue }
      log.error(
        .notAChoice, at: kind.range,
        Words(
          id: "jenjang `\(rung.id.value)` tidak punya jenis `\(kind.value)`", en: "the rung `\(rung.id.value)` has no kind `\(kind.value)`"),
        help: suggestion(for: kind.value, among: rung.kinds)
          ?? Words(id: "tambahkan ke `kinds` pada jenjang itu, atau hapus", en: "add it to `kinds` of that rung, or remove it"))
    }
  }
}
