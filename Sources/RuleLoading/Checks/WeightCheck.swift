internal import RuleDiagnostics
internal import RuleModel

/// Every weight is above 0.
struct WeightCheck: Check {
  static let codes: [DiagnosticCode] = [.weightNotPositive]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for part in rules.parts where part.weight.value <= .zero {
      log.error(
        .weightNotPositive, at: part.weight.range,
        Words(
          id: "bobot bagian `\(part.id.value)` adalah \(part.weight.value), tidak lebih dari 0",
          en: "the weight of the part `\(part.id.value)` is \(part.weight.value), not above 0"),
        help: Words(
          id: "hapus bagian yang tidak dihitung, atau beri bobot positif",
          en: "remove a part that does not count, or give it a positive weight"))
    }
  }
}
