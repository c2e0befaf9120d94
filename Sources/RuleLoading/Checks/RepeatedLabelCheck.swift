internal import RuleDiagnostics
internal import RuleModel

/// No two parts of a group and no two zones have one label, in either language.
struct RepeatedLabelCheck: Check {
  static let codes: [DiagnosticCode] = [.repeatedLabel]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for part in rules.parts {
      report(part.children.map { ($0.id, $0.label) }, in: Words(same: "`\(part.id.value)`"), log: &log)
    }
    report(rules.edition.zones.steps.map { ($0.id, $0.label) }, in: Words(same: "`zones`"), log: &log)
  }

  private func report(_ siblings: [(id: Marked<String>, label: Words)], in group: Words, log: inout DiagnosticLog) {
    var first: [String: Marked<String>] = [:]
    for (id, label) in siblings {
      // An id that stands twice is reported as that.
      let texts = Set(["id:\(label.id)", "en:\(label.en)"]).sorted()
      if let text = texts.first(where: { first[$0].map { $0.value != id.value } ?? false }), let other = first[text] {
        let label = text.dropFirst(3)
        log.warning(
          .repeatedLabel, at: id.range,
          Words(
            id: "`\(id.value)` dan `\(other.value)` di \(group.id) berlabel sama, `\(label)`",
            en: "`\(id.value)` and `\(other.value)` in \(group.en) have one label, `\(label)`"),
          help: Words(
            id: "beri masing-masing label sendiri, supaya pembaca dapat membedakannya",
            en: "give each a label of its own, so that readers can tell them apart"),
          notes: [.init(Words(id: "label yang sama di sini", en: "the same label here"), at: other.range)])
      }
      for text in texts where first[text] == nil { first[text] = id }
    }
  }
}
