internal import RuleDiagnostics
internal import RuleModel

/// What the indicators of the previous edition read is still recorded, as long as these indicators go on under their names.
///
/// Otherwise last year's rules cannot read this year's observations, and a change of the score cannot be split into performance and method.
struct FieldNotRecordedCheck: Check {
  static let codes: [DiagnosticCode] = [.fieldNotRecorded]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard rules.isKnown("fields"), let past = rules.past, let range = past.range, let old = past.previous(),
      let step = rules.edition.history.last
    else { return }
    let succession = Succession(step, from: old)
    let present = Set(rules.parts.map(\.id.value))
    let gone = Set(
      old.fields.map(\.id.value).filter { rules.field(succession.name(ofField: $0)) == nil && !succession.isDropped(field: $0) })
    guard !gone.isEmpty else { return }
    let dropped = succession.droppedParts
    var readers: [String: [Part]] = [:]
    for part in old.score.subtree where !dropped.contains(part.id.value) {
      // Of a part that was renamed, split or merged the comparison reads what its successors read.
      guard succession.successors(of: part.id.value) == [part.id.value], present.contains(part.id.value) else { continue }
      for field in Set(old.fieldsRead(by: part)).intersection(gone) { readers[field, default: []].append(part) }
    }
    for field in old.fields {
      guard let parts = readers[field.id.value], let first = parts.first else { continue }
      let (id, part) = (field.id.value, first.id.value)
      log.warning(
        .fieldNotRecorded, at: range,
        Words(
          id: "bidang `\(id)` tidak lagi dicatat, padahal edisi \(old.name) membutuhkannya untuk `\(part)`, yang berlanjut",
          en: "the field `\(id)` is no longer recorded, but edition \(old.name) needs it for `\(part)`, which goes on"),
        help: Words(
          id: "tetap catat bidang itu, sebut dengan `rename` bila namanya berganti, atau beri `\(part)` nama baru bila maknanya berganti",
          en: "go on recording it, say `rename` if it has another name now, or give `\(part)` a new name if it means something else now"),
        notes: [.init(Words(id: "dicatat di sini", en: "recorded here"), at: field.id.range)]
          + parts.prefix(8).map { .init(Words(id: "dibaca `\($0.id.value)`", en: "read by `\($0.id.value)`"), at: $0.id.range) })
    }
  }
}
