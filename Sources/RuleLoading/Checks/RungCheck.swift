internal import RuleDiagnostics
internal import RuleModel

/// A part lives on the rung of its group or lower, and an indicator reads fields of one rung.
struct RungCheck: Check {
  static let codes: [DiagnosticCode] = [.wrongRung]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    visit(rules.edition.score, below: nil, rules, log: &log)
  }

  private func visit(_ part: Part, below group: Part?, _ rules: CheckedRules, log: inout DiagnosticLog) {
    if case .leaf(let scale) = part.body, !scale.isFormula {
      for field in scale.fields.compactMap({ rules.field($0) }) where field.rung != part.rung {
        log.error(
          .wrongRung, at: part.id.range,
          Words(
            id: "bagian `\(part.id.value)` membaca bidang dari dua jenjang, `\(part.rung)` dan `\(field.rung)`",
            en: "the part `\(part.id.value)` reads fields of two rungs, `\(part.rung)` and `\(field.rung)`"),
          help: Words(id: "pisahkan menjadi dua bagian", en: "make two parts of it"))
      }
    }
    if let group, let own = rules.edition.height(of: part.rung), let above = rules.edition.height(of: group.rung), own < above {
      log.error(
        .wrongRung, at: part.id.range,
        Words(
          id: "bagian `\(part.id.value)` berada di jenjang `\(part.rung)`, di atas kelompoknya di `\(group.rung)`",
          en: "the part `\(part.id.value)` lives on the rung `\(part.rung)`, above its group on `\(group.rung)`"),
        help: Words(
          id: "tulis `at: \(part.rung)` pada kelompok `\(group.id.value)`, atau catat bidangnya per \(group.rung)",
          en: "write `at: \(part.rung)` in the group `\(group.id.value)`, or record its field per \(group.rung)"))
    }
    for child in part.children { visit(child, below: part, rules, log: &log) }
  }
}

extension Scale {
  /// Whether fields of several rungs may be read.
  fileprivate var isFormula: Bool {
    if case .formula = self { return true }
    return false
  }
}
