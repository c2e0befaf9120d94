internal import RuleDiagnostics
internal import RuleModel

/// A checklist names each item once, its points are positive, and what it asks for can be reached.
struct ChecklistCheck: Check {
  func run(_ edition: Edition, unreliable: Set<String>, log: inout DiagnosticLog) {
    for part in edition.score.subtree {
      guard case .leaf(.checklist(let items, let atLeast)) = part.body else { continue }
      let report = { (words: Words, log: inout DiagnosticLog) in log.error(.checklistItems, at: part.id.range, words) }
      if Set(items.map(\.field)).count < items.count {
        report(
          Words(id: "daftar periksa `\(part.id.value)` menyebut satu butir dua kali", en: "the checklist `\(part.id.value)` names an item twice"), &log)
      }
      if items.contains(where: { $0.points <= .zero }) {
        report(
          Words(id: "ada butir `\(part.id.value)` yang poinnya tidak lebih dari 0", en: "an item of `\(part.id.value)` has points not above 0"), &log)
      }
      let total = items.map(\.points).sum()
      if let atLeast, atLeast <= .zero || atLeast > total {
        report(
          Words(
            id: "`at_least` pada `\(part.id.value)` adalah \(atLeast), di luar 0 sampai \(total)",
            en: "`at_least` in `\(part.id.value)` is \(atLeast), outside 0 to \(total)"), &log)
      }
    }
  }
}
