internal import RuleDiagnostics
internal import RuleModel

/// A body reads fields of the type that it understands.
struct FieldTypeCheck: Check {
  static let codes: [DiagnosticCode] = [.wrongFieldType]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for part in rules.parts {
      guard case .leaf(let scale) = part.body else { continue }
      let (body, allowed) = expectation(scale)
      for field in scale.fields.compactMap({ rules.field($0) }) where !allowed.contains(field.kind) {
        let list = allowed.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        log.error(
          .wrongFieldType, at: part.id.range,
          Words(
            id: "`\(body)` pada `\(part.id.value)` tidak dapat membaca bidang `\(field.id.value)` berjenis `\(field.kind.rawValue)`",
            en: "`\(body)` in `\(part.id.value)` cannot read the field `\(field.id.value)` of type `\(field.kind.rawValue)`"),
          help: Words(id: "jenis yang cocok: \(list)", en: "types that fit: \(list)"),
          notes: [.init(Words(id: "bidang ini", en: "this field"), at: field.id.range)])
      }
    }
  }

  private func expectation(_ scale: Scale) -> (String, [Field.Kind]) {
    switch scale {
    case .yesNo: ("yes_no", [.yesNo])
    case .checklist: ("checklist", [.yesNo])
    case .levels: ("levels", [.level, .count])
    case .bands: ("bands", [.number, .count, .level])
    case .linear: ("linear", [.number, .count, .level])
    case .formula: ("formula", Field.Kind.allCases)
    }
  }
}

extension Field.Kind {
  /// Whether values of this kind have an order and a distance.
  var isNumeric: Bool { [.number, .count, .level].contains(self) }
}
