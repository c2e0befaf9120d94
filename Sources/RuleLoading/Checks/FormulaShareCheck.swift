internal import RuleDiagnostics
internal import RuleModel

/// Not much of the total is decided by formulas, which are harder to read and to check than scales.
struct FormulaShareCheck: Check {
  static let codes: [DiagnosticCode] = [.formulaShare]

  /// The share of the total from which on it is told, one quarter.
  static let most = Fraction(1, 4)

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard rules.isComplete else { return }
    let formulas = rules.parts.filter(\.isFormula)
    guard !formulas.isEmpty, let share = rules.edition.score.formulaShare, share > FormulaShareCheck.most else { return }
    let percent = (share * Fraction(100)).percentText
    let most = (FormulaShareCheck.most * Fraction(100)).percentText
    log.report(
      Diagnostic(
        .formulaShare, .note, at: rules.edition.score.id.range,
        Words(
          id: "\(percent) dari nilai total ditentukan oleh `formula`, lebih dari \(most)",
          en: "\(percent) of the total is decided by `formula`, more than \(most)"),
        help: Words(
          id: "pakai `bands`, `linear`, `levels` atau `checklist` bila salah satunya dapat mengatakan hal yang sama",
          en: "use `bands`, `linear`, `levels` or `checklist` where one of them can say the same"),
        notes: formulas.prefix(8).map { .init(Words(id: "rumus `\($0.id.value)`", en: "the formula `\($0.id.value)`"), at: $0.id.range) }))
  }
}

extension Part {
  /// Whether a formula gives its score.
  var isFormula: Bool {
    if case .leaf(.formula) = body { return true }
    return false
  }

  /// The share of this part's weight that formulas decide, 0 to 1, where all its parts apply; in a group of which the extreme counts, the
  /// greatest share of any part. nil if the weights cannot be added.
  fileprivate var formulaShare: Fraction? {
    guard case .group(let combine, let children) = body else { return isFormula ? .one : .zero }
    let shares = children.compactMap(\.formulaShare)
    guard shares.count == children.count else { return nil }
    if combine == .min || combine == .max { return shares.max() }
    let weighed = zip(children, shares).map { $0.weight.value * $1 }
    let weights = children.map(\.weight.value)
    guard (weights + weighed).firstWithoutCommonDenominator == nil, weights.sum() > .zero else { return nil }
    return weighed.sum() / weights.sum()
  }
}

extension Fraction {
  /// As a percentage: a decimal if that is exact, else a fraction.
  fileprivate var percentText: String {
    let decimal = decimalText(atMost: 4)
    return "\(Fraction(decimal: decimal) == self ? decimal : exactText) %"
  }
}
