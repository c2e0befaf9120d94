internal import RuleDiagnostics
internal import RuleModel

/// Values are carried over only from an edition from which this one comes, since only that says how its fields continue.
struct CarryCheck: Check {
  static let codes: [DiagnosticCode] = [.baseEdition]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    let known = rules.edition.history.map(\.base)
    var reported: Set<String> = []
    for part in rules.parts {
      guard case .carry(let edition) = part.missing, !known.contains(edition), reported.insert(edition).inserted else { continue }
      log.error(
        .baseEdition, at: part.missingRange ?? part.id.range,
        Words(
          id: "`carry: \(edition)` pada bagian `\(part.id.value)` menyebut edisi yang bukan asal edisi ini",
          en: "`carry: \(edition)` on the part `\(part.id.value)` names an edition from which this one does not come"),
        help: known.isEmpty
          ? Words(
            id: "tulis `lineage: {from: \(edition), parts: []}` supaya jelas bagaimana bidangnya berlanjut",
            en: "write `lineage: {from: \(edition), parts: []}`, so that it is clear how its fields continue")
          : Words(
            id: "yang dapat diteruskan: \(known.joined(separator: ", "))", en: "what can be carried over: \(known.joined(separator: ", "))")
      )
    }
  }
}
