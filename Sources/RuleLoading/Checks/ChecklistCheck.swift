internal import RuleDiagnostics
internal import RuleModel

/// A checklist names each item once, its points are positive, and what it asks for can be reached.
struct ChecklistCheck: Check {
  static let codes: [DiagnosticCode] = [.checklistItems]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for part in rules.parts {
      guard case .leaf(.checklist(let items, let atLeast)) = part.body else { continue }
      let report = { (words: Words, help: Words, log: inout DiagnosticLog) in
        log.error(.checklistItems, at: part.id.range, words, help: help)
      }
      if Set(items.map(\.field)).count < items.count {
        report(
          Words(
            id: "daftar periksa `\(part.id.value)` menyebut satu butir dua kali", en: "the checklist `\(part.id.value)` names an item twice"
          ),
          Words(id: "sebut setiap butir satu kali", en: "name each item once"), &log)
      }
      if items.contains(where: { $0.points <= .zero }) {
        report(
          Words(
            id: "ada butir `\(part.id.value)` yang poinnya tidak lebih dari 0", en: "an item of `\(part.id.value)` has points not above 0"),
          Words(id: "hapus butir itu, atau beri poin positif", en: "remove the item, or give it positive points"), &log)
      }
      guard items.map(\.points).firstWithoutCommonDenominator == nil else {
        report(
          Words(
            id: "poin `\(part.id.value)` tidak punya penyebut bersama", en: "the points of `\(part.id.value)` have no common denominator"),
          Words(
            id: "tulis poin sebagai desimal, atau dengan penyebut kecil", en: "write the points as decimals, or with small denominators"),
          &log)
        continue
      }
      let total = items.map(\.points).sum()
      if let atLeast, atLeast <= .zero || atLeast > total {
        report(
          Words(
            id: "`at_least` pada `\(part.id.value)` adalah \(atLeast), di luar 0 sampai \(total)",
            en: "`at_least` in `\(part.id.value)` is \(atLeast), outside 0 to \(total)"),
          Words(id: "tulis angka di atas 0 dan paling banyak \(total)", en: "write a number above 0 and at most \(total)"), &log)
      }
    }
  }
}
