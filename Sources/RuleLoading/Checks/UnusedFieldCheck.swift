internal import Expressions
internal import RuleDiagnostics
internal import RuleModel

/// Every field is read by a part or by the ladder.
struct UnusedFieldCheck: Check {
  static let codes: [DiagnosticCode] = [.unusedField]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard rules.isComplete else { return }
    var used: Set<String> = []
    for part in rules.parts { used.formUnion(rules.edition.fieldsRead(by: part)) }
    for flag in rules.edition.flags { used.formUnion(flag.condition.value.fieldsRead(from: 0, in: rules.edition)) }
    for rung in rules.edition.rungs {
      if case .weightedByField(let field) = rung.combine.value { used.insert(field) }
    }
    for field in rules.edition.fields where !used.contains(field.id.value) && field.kind != .text {
      log.warning(
        .unusedField, at: field.id.range,
        Words(id: "bidang `\(field.id.value)` tidak dipakai bagian mana pun", en: "the field `\(field.id.value)` is used by no part"),
        help: Words(id: "hapus bidang ini, atau pakai di salah satu bagian", en: "remove the field, or use it in a part"))
    }
  }
}
