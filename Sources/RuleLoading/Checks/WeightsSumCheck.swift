internal import RuleDiagnostics
internal import RuleModel

/// The weights in a group can be added, and add up to the declared sum, exactly.
struct WeightsSumCheck: Check {
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
    if sum != expected { report(group, sum: sum, expected: expected, log: &log) }
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

  private func report(_ group: Part, sum: Fraction, expected: Fraction, log: inout DiagnosticLog) {
    guard let last = group.children.last else { return }
    let excess = sum - expected
    let needed = last.weight.value - excess
    let show = { (value: Fraction) in value.decimalText(atMost: 6) }
    let way =
      needed > .zero
      ? Words(
        id: "supaya pas, jadikan bobot `\(last.id.value)` \(needed.plainText), atau ubah saudaranya sebanyak \(show(-excess))",
        en: "to make it fit set the weight of `\(last.id.value)` to \(needed.plainText), or change its siblings by \(show(-excess))")
      : Words(id: "kurangi bobot-bobot ini sebanyak \(show(excess))", en: "lower these weights by \(show(excess))")
    log.error(
      .weightsSum, at: last.weight.range,
      Words(
        id: "bobot di `\(group.id.value)` berjumlah \(show(sum)), seharusnya \(show(expected))",
        en: "the weights in `\(group.id.value)` add up to \(show(sum)), expected \(show(expected))"),
      help: way,
      notes: group.children.dropLast().prefix(11).map {
        .init(Words(same: show($0.weight.value)), at: $0.weight.range)
      })
  }
}

extension Fraction {
  /// As a rule file writes it: a decimal if that is exact, else a quoted fraction.
  var plainText: String {
    let decimal = decimalText(atMost: 12)
    return Fraction(decimal: decimal) == self ? decimal : "\"\(exactText)\""
  }
}
