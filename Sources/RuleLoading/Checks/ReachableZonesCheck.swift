internal import RuleDiagnostics
internal import RuleModel

/// Every zone can be reached by some total.
struct ReachableZonesCheck: Check {
  static let codes: [DiagnosticCode] = [.zoneLines]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    let edition = rules.edition
    guard rules.isComplete, let reach = rules.reach(of: edition.score) else { return }
    let low = edition.zones.usesExactTotal ? reach.lowerBound : edition.reported(reach.lowerBound)
    let high = edition.zones.usesExactTotal ? reach.upperBound : edition.reported(reach.upperBound)
    let steps = edition.zones.steps
    for (index, step) in steps.enumerated() where edition.scale.contains(step.from.value) {
      let next = index + 1 < steps.count ? steps[index + 1].from.value : nil
      guard step.from.value > high || next.map({ $0 <= low && $0 > step.from.value }) ?? false else { continue }
      let text = (low...high).text
      log.warning(
        .zoneLines, at: step.from.range,
        Words(
          id: "zona `\(step.id.value)` tidak pernah tercapai: nilai total paling jauh \(text)",
          en: "the zone `\(step.id.value)` is never reached: the total lies within \(text)"),
        help: Words(
          id: "periksa nilai pada skala indikator, atau hapus zona itu",
          en: "look at the scores that the indicators give, or remove the zone"))
    }
  }
}
