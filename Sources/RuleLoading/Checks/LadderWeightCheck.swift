internal import RuleDiagnostics
internal import RuleModel

/// The weights of a ladder name a field of that rung, or a lower rung.
struct LadderWeightCheck: Check {
  static let codes: [DiagnosticCode] = [.unknownRung, .notAChoice, .missingKey, .unknownField, .wrongFieldType, .weightNotPositive]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    let edition = rules.edition
    for (height, rung) in edition.rungs.enumerated() {
      switch rung.combine.value {
      case .weightedByField(let field): checkField(field, rung, rules, log: &log)
      case .weightedByCount(let lower):
        guard let other = edition.height(of: lower), other > height else {
          log.error(
            .unknownRung, at: rung.combine.range,
            Words(id: "`\(lower)` bukan jenjang di bawah `\(rung.id.value)`", en: "`\(lower)` is no rung below `\(rung.id.value)`"),
            help: Words(id: "sebut jenjang yang lebih rendah di `units`", en: "name a rung that stands lower in `units`"))
          continue
        }
      case .weightedByKind(let weights): checkKinds(weights, rung, log: &log)
      default: continue
      }
    }
  }

  /// If the rung names its kinds, each of them has a weight and no other has one.
  private func checkKinds(_ weights: [String: Fraction], _ rung: Rung, log: inout DiagnosticLog) {
    guard !rung.kinds.isEmpty else { return }
    for kind in weights.keys.sorted() where !rung.kinds.contains(kind) {
      log.error(
        .notAChoice, at: rung.combine.range,
        Words(id: "jenjang `\(rung.id.value)` tidak punya jenis `\(kind)`", en: "the rung `\(rung.id.value)` has no kind `\(kind)`"),
        help: suggestion(for: kind, among: rung.kinds)
          ?? Words(id: "tambahkan ke `kinds`, atau hapus", en: "add it to `kinds`, or remove it"))
    }
    for kind in rung.kinds where weights[kind] == nil {
      log.error(
        .missingKey, at: rung.combine.range,
        Words(id: "jenis `\(kind)` tidak punya bobot", en: "the kind `\(kind)` has no weight"),
        help: Words(id: "tambahkan `\(kind): ...`", en: "add `\(kind): ...`"))
    }
  }

  private func checkField(_ id: String, _ rung: Rung, _ rules: CheckedRules, log: inout DiagnosticLog) {
    guard let field = rules.field(id) else {
      guard rules.isKnown("fields") else { return }
      log.error(
        .unknownField, at: rung.combine.range, Words(id: "tidak ada bidang `\(id)`", en: "there is no field `\(id)`"),
        help: suggestion(for: id, among: rules.fieldNames)
          ?? Words(id: "tambahkan bidang ini di `fields`", en: "add the field to `fields`"))
      return
    }
    let isNumber = field.kind == .number || field.kind == .count
    if field.rung != rung.id.value || !isNumber {
      log.error(
        .wrongFieldType, at: rung.combine.range,
        Words(
          id: "bobot jenjang `\(rung.id.value)` butuh bidang angka dari jenjang itu",
          en: "the weight of the rung `\(rung.id.value)` needs a number recorded on that rung"),
        help: Words(
          id: "pakai bidang `number` atau `count` dengan `per: \(rung.id.value)`",
          en: "use a field `number` or `count` with `per: \(rung.id.value)`"),
        notes: [.init(Words(id: "bidang ini", en: "this field"), at: field.id.range)])
    } else if field.kind == .number, field.range.map({ $0.lowerBound < .zero }) ?? true {
      log.warning(
        .weightNotPositive, at: rung.combine.range,
        Words(
          id: "bidang `\(id)`, bobot jenjang ini, dapat negatif", en: "the field `\(id)`, by which this rung is weighed, may be negative"),
        help: Words(
          id: "beri bidang itu `range: [0, tertinggi]`, atau jenis `count`", en: "give the field `range: [0, highest]`, or the type `count`"
        ),
        notes: [.init(Words(id: "bidang ini", en: "this field"), at: field.id.range)])
    }
  }
}
