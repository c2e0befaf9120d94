internal import RuleDiagnostics
internal import RuleModel

/// No indicator can give a score outside the scale.
struct ScoreScaleCheck: Check {
  static let codes: [DiagnosticCode] = [.scoreOutsideScale]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    let edition = rules.edition
    for part in rules.parts {
      if case .value(let score) = part.missing, !edition.scale.contains(score) { report(part, score, edition, log: &log) }
      guard case .leaf(let scale) = part.body else { continue }
      for score in tableScores(scale) where !edition.scale.contains(score) { report(part, score, edition, log: &log) }
      if case .linear(let id, let worst, let best, clamp: false, logarithmic: false) = scale {
        checkLine(part, id, worst, best, rules, log: &log)
      }
    }
  }

  private func tableScores(_ scale: Scale) -> [Fraction] {
    switch scale {
    case .levels(_, let scores): scores.map(\.score)
    case .bands(_, let rows): rows.map(\.score)
    default: []
    }
  }

  private func report(_ part: Part, _ score: Fraction, _ edition: Edition, log: inout DiagnosticLog) {
    log.error(
      .scoreOutsideScale, at: part.id.range,
      Words(
        id: "bagian `\(part.id.value)` dapat bernilai \(score.decimalText()), di luar skala \(edition.scale.text)",
        en: "the part `\(part.id.value)` can score \(score.decimalText()), outside the scale \(edition.scale.text)"),
      help: Words(
        id: "tulis nilai di dalam \(edition.scale.text), atau atur `scale`", en: "write scores within \(edition.scale.text), or set `scale`"
      ))
  }

  private func checkLine(_ part: Part, _ id: String, _ worst: Fraction, _ best: Fraction, _ rules: CheckedRules, log: inout DiagnosticLog) {
    guard let field = rules.field(id) else { return }
    let ends = min(worst, best)...max(worst, best)
    if let range = field.range, ends.contains(range.lowerBound), ends.contains(range.upperBound) { return }
    let about = field.range.map { Words(same: $0.text) } ?? Words(id: "tanpa batas", en: "without bounds")
    log.error(
      .scoreOutsideScale, at: part.id.range,
      Words(
        id: "bidang `\(id)` (\(about.id)) dapat keluar dari garis \(worst.decimalText()) sampai \(best.decimalText())",
        en: "the field `\(id)` (\(about.en)) can leave the line from \(worst.decimalText()) to \(best.decimalText())"),
      help: Words(
        id: "tambahkan `clamp: true`, atau sesuaikan `range` bidang itu", en: "add `clamp: true`, or mend the `range` of the field"))
  }
}

extension ClosedRange<Fraction> {
  /// `0..100`.
  var text: String { "\(lowerBound.decimalText())..\(upperBound.decimalText())" }
}
