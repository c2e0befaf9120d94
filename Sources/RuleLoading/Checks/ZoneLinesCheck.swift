internal import RuleDiagnostics
internal import RuleModel

/// Zones begin at the bottom of the scale, rise, and stay on the scale.
struct ZoneLinesCheck: Check {
  static let codes: [DiagnosticCode] = [.zoneLines]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    let edition = rules.edition
    let steps = edition.zones.steps
    if let first = steps.first, first.from.value != edition.scale.lowerBound {
      log.error(
        .zoneLines, at: first.from.range,
        Words(
          id: "zona terendah `\(first.id.value)` mulai pada \(first.from.value), bukan pada dasar skala \(edition.scale.lowerBound)",
          en:
            "the lowest zone `\(first.id.value)` begins at \(first.from.value), not at the bottom of the scale \(edition.scale.lowerBound)"),
        help: Words(id: "tulis `from: \(edition.scale.lowerBound)`", en: "write `from: \(edition.scale.lowerBound)`"))
    }
    for (lower, upper) in zip(steps, steps.dropFirst()) where upper.from.value <= lower.from.value {
      log.error(
        .zoneLines, at: upper.from.range,
        Words(
          id: "zona `\(upper.id.value)` mulai pada \(upper.from.value), tidak lebih tinggi daripada `\(lower.id.value)`",
          en: "the zone `\(upper.id.value)` begins at \(upper.from.value), not above `\(lower.id.value)`"),
        help: Words(id: "tulis zona dari yang terendah ke yang tertinggi", en: "write the zones from the lowest to the highest"),
        notes: [.init(Words(same: lower.from.value.decimalText()), at: lower.from.range)])
    }
    for step in steps where step.from.value > edition.scale.upperBound {
      log.error(
        .zoneLines, at: step.from.range,
        Words(
          id: "zona `\(step.id.value)` mulai di atas skala \(edition.scale.text), jadi tidak pernah tercapai",
          en: "the zone `\(step.id.value)` begins above the scale \(edition.scale.text), so it is never reached"),
        help: Words(id: "hapus zona itu, atau turunkan `from`", en: "remove the zone, or lower its `from`"))
    }
  }
}
