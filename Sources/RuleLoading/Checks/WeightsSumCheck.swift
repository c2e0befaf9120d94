internal import RuleDiagnostics
internal import RuleModel

/// The weights in a group can be added, and add up to the declared sum, exactly.
struct WeightsSumCheck: Check {
  static let codes: [DiagnosticCode] = [.weightsSum]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for group in rules.parts {
      if let index = group.children.map(\.weight.value).firstWithoutCommonDenominator {
        reportDenominator(group.children[index], log: &log)
      } else if let expected = rules.edition.weightsSum {
        check(group, expected: expected, rules, log: &log)
      }
    }
  }

  private func check(_ group: Part, expected: Fraction, _ rules: CheckedRules, log: inout DiagnosticLog) {
    guard !group.children.isEmpty, rules.isComplete(group) else { return }
    // The extreme of a group does not depend on weights.
    if case .group(let combine, _) = group.body, combine == .min || combine == .max { return }
    let sum = group.children.map(\.weight.value).sum()
    if sum != expected { report(group, sum: sum, expected: expected, rules, log: &log) }
  }

  private func reportDenominator(_ part: Part, log: inout DiagnosticLog) {
    log.error(
      .weightsSum, at: part.weight.range,
      Words(
        id: "bobot bagian `\(part.id.value)` tidak punya penyebut bersama dengan saudaranya",
        en: "the weight of the part `\(part.id.value)` has no common denominator with its siblings"),
      help: Words(
        id: "tulis bobot sebagai desimal, atau dengan penyebut kecil", en: "write the weights as decimals, or with small denominators"))
  }

  private func report(_ group: Part, sum: Fraction, expected: Fraction, _ rules: CheckedRules, log: inout DiagnosticLog) {
    guard let last = group.children.last else { return }
    // In an edition that extends another the weights written here are the ones that were changed.
    let own = group.children.filter { $0.weight.range.file == rules.edition.file }
    let isChanged = !own.isEmpty && (own.count < group.children.count || group.id.range.file != rules.edition.file)
    let newest = isChanged ? own.last ?? last : last
    let show = { (value: Fraction) in value.decimalText(atMost: 6) }
    log.error(
      .weightsSum, at: isChanged ? newest.weight.range : group.id.range,
      Words(
        id: "bobot di `\(group.id.value)` berjumlah \(show(sum)), seharusnya \(show(expected))",
        en: "the weights in `\(group.id.value)` add up to \(show(sum)), expected \(show(expected))"),
      help: remedy(for: group.children, excess: sum - expected),
      notes: notes(group.children, rules))
  }

  /// By how much the sum is off, and which weights were published. Which one is wrong only their sources can tell.
  private func remedy(for parts: [Part], excess: Fraction) -> Words {
    let amount = (excess > .zero ? excess : -excess).decimalText(atMost: 6)
    let published = parts.filter { $0.provenance == .published }.map { "`\($0.id.value)`" }
    let list = published.prefix(12).joined(separator: ", ") + (published.count > 12 ? ", ..." : "")
    let known =
      switch published.count {
      case 0: Words(id: "tidak satu pun `published`", en: "none of them is `published`")
      case parts.count: Words(id: "semuanya `published`", en: "all of them are `published`")
      default: Words(id: "yang `published`: \(list)", en: "`published` are \(list)")
      }
    return Words(
      id: "jumlahnya \(excess > .zero ? "lebih" : "kurang") \(amount); \(known.id); cocokkan setiap bobot dengan sumbernya",
      en: "together they are \(amount) too \(excess > .zero ? "high" : "low"); \(known.en); compare each weight with its source")
  }

  /// Each weight with its part, and what it was in the edition before this one.
  private func notes(_ parts: [Part], _ rules: CheckedRules) -> [Diagnostic.Note] {
    let base = rules.past?.previous()
    let before = Dictionary((base?.score.subtree ?? []).map { ($0.id.value, $0.weight.value) }) { first, _ in first }
    return parts.prefix(12).map { part in
      let (id, weight) = (part.id.value, part.weight.value.decimalText(atMost: 6))
      let name = Words(
        id: part.label.id == id ? "`\(id)`" : "`\(id)` (\(part.label.id))",
        en: part.label.en == id ? "`\(id)`" : "`\(id)` (\(part.label.en))")
      var words = Words(id: "bobot \(name.id) \(weight)", en: "\(name.en) weighs \(weight)")
      if let base, let old = before[id] {
        let was = old.decimalText(atMost: 6)
        if was != weight { words = Words(id: "\(words.id), pada \(base.name) \(was)", en: "\(words.en), was \(was) in \(base.name)") }
      } else if let base {
        words = Words(id: "\(words.id), belum ada pada \(base.name)", en: "\(words.en), new since \(base.name)")
      }
      return .init(words, at: part.weight.range)
    }
  }
}

extension Fraction {
  /// As a rule file writes it: a decimal if that is exact, else a quoted fraction.
  var plainText: String {
    let decimal = decimalText(atMost: 12)
    return Fraction(decimal: decimal) == self ? decimal : "\"\(exactText)\""
  }
}
