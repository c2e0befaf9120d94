internal import RuleDiagnostics
internal import RuleModel

/// The weights in a group add up to the declared sum, exactly.
struct WeightsSumCheck: Check {
  func run(_ edition: Edition, unreliable: Set<String>, log: inout DiagnosticLog) {
    guard let expected = edition.weightsSum else { return }
    for group in edition.score.subtree where !group.children.isEmpty && !unreliable.contains(group.id.value) {
      // The extreme of a group does not depend on weights.
      if case .group(let combine, _) = group.body, combine == .min || combine == .max { continue }
      let sum = group.children.map(\.weight.value).sum()
      if sum != expected { report(group, sum: sum, expected: expected, log: &log) }
    }
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
