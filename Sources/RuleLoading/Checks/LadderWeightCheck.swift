internal import RuleDiagnostics
internal import RuleModel

/// The weights of a ladder name a field of that rung, or a lower rung.
struct LadderWeightCheck: Check {
  func run(_ edition: Edition, unreliable: Set<String>, log: inout DiagnosticLog) {
    for (height, rung) in edition.rungs.enumerated() {
      switch rung.combine.value {
      case .weightedByField(let field): checkField(field, rung, edition, log: &log)
      case .weightedByCount(let lower):
        guard let other = edition.height(of: lower), other > height else {
          log.error(
            .unknownRung, at: rung.combine.range,
            Words(id: "`\(lower)` bukan jenjang di bawah `\(rung.id.value)`", en: "`\(lower)` is no rung below `\(rung.id.value)`"))
          continue
        }
      default: continue
      }
    }
  }

  private func checkField(_ id: String, _ rung: Rung, _ edition: Edition, log: inout DiagnosticLog) {
    guard let field = edition.field(id) else {
      log.error(
        .unknownField, at: rung.combine.range, Words(id: "tidak ada bidang `\(id)`", en: "there is no field `\(id)`"),
        help: nearestName(to: id, among: edition.fields.map(\.id.value)).map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") })
      return
    }
    let isNumber = field.kind == .number || field.kind == .count
    if field.rung != rung.id.value || !isNumber {
      log.error(
        .wrongFieldType, at: rung.combine.range,
        Words(
          id: "bobot jenjang `\(rung.id.value)` butuh bidang angka dari jenjang itu", en: "the weight of the rung `\(rung.id.value)` needs a number recorded on that rung"),
        notes: [.init(Words(id: "bidang ini", en: "this field"), at: field.id.range)])
    }
  }
}
