internal import RuleDiagnostics
internal import RuleModel

/// A part is rounded only on rungs that it passes on its way up.
struct RoundingCheck: Check {
  static let codes: [DiagnosticCode] = [.roundingRung]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for part in rules.parts { visit(part, rules.edition, log: &log) }
  }

  private func visit(_ part: Part, _ edition: Edition, log: inout DiagnosticLog) {
    let own = edition.height(of: part.rung) ?? 0
    for rung in part.rounding?.rungs ?? [] {
      guard let height = edition.height(of: rung), height > own else { continue }
      log.error(
        .roundingRung, at: part.id.range,
        Words(
          id: "bagian `\(part.id.value)` tidak melewati jenjang `\(rung)`, jadi tidak dapat dibulatkan di sana",
          en: "the part `\(part.id.value)` does not pass the rung `\(rung)`, so it cannot be rounded there"),
        help: Words(id: "sebut jenjangnya sendiri atau jenjang di atasnya", en: "name its own rung or one above it"))
    }
  }
}
