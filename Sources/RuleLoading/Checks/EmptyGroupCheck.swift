internal import RuleDiagnostics
internal import RuleModel

/// A group holds at least one part.
struct EmptyGroupCheck: Check {
  static let codes: [DiagnosticCode] = [.emptyGroup]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for part in rules.parts {
      guard case .group(_, let children) = part.body, children.isEmpty, rules.isComplete(part) else { continue }
      log.error(
        .emptyGroup, at: part.id.range,
        Words(id: "kelompok `\(part.id.value)` tidak punya bagian", en: "the group `\(part.id.value)` has no parts"),
        help: Words(id: "isi kelompok ini atau hapus", en: "fill the group or remove it"))
    }
  }
}
