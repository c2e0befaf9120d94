internal import RuleDiagnostics
internal import RuleModel

/// What the parts of a group can give together stays between its goalposts, unless what is beyond them is clamped.
struct GoalpostsCheck: Check {
  static let codes: [DiagnosticCode] = [.formulaRisk]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard rules.isComplete else { return }
    for part in rules.parts {
      guard let goalposts = part.goalposts, !goalposts.clamp, let reach = rules.combinedReach(of: part) else { continue }
      let ends = min(goalposts.worst, goalposts.best)...max(goalposts.worst, goalposts.best)
      guard !ends.contains(reach.lowerBound) || !ends.contains(reach.upperBound) else { continue }
      log.report(
        Diagnostic(
          .formulaRisk, .note, at: part.id.range,
          Words(
            id: "gabungan bagian `\(part.id.value)` (\(reach.text)) dapat keluar dari titik acuan \(ends.text)",
            en: "what the parts of `\(part.id.value)` give together (\(reach.text)) can leave its goalposts \(ends.text)"),
          help: Words(
            id: "tambahkan `clamp: true`; tanpa itu instansi yang melewatinya tidak mendapat nilai",
            en: "add `clamp: true`; without it an institution beyond them gets no score")))
    }
  }
}
