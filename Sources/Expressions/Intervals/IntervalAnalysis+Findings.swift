internal import RuleDiagnostics
internal import RuleModel

extension IntervalAnalysis {
  /// Says that a divisor may be zero.
  mutating func reportDivision(by divisor: Node, in interval: Interval) {
    let text = divisor.text.shortened
    report(
      .mayDivideByZero, at: divisor,
      Words(id: "pembagi `\(text)` dapat bernilai nol: \(interval)", en: "the divisor `\(text)` may be zero: \(interval)"),
      help: Words(
        id: "syaratkan `\(text) > 0` dalam `when:`, atau tulis `\(text) > 0 ? .. : ..`",
        en: "ask for `\(text) > 0` in `when:`, or write `\(text) > 0 ? .. : ..`"))
  }

  /// Says that a number is rounded inside the expression.
  mutating func reportRounding(_ function: Function, at node: Node) {
    report(
      .roundsInside, at: node,
      Words(id: "`\(function.rawValue)` membulatkan di dalam rumus", en: "`\(function.rawValue)` rounds inside the formula"),
      help: Words(id: "bulatkan dengan `round:` pada bagiannya", en: "round with the part's `round:`"))
  }

  /// Says that the result may leave the scale.
  mutating func reportScale(_ interval: Interval, _ scale: ClosedRange<Fraction>, at node: Node) {
    let allowed = Interval(scale)
    let call = "clamp(.., \(scale.lowerBound.decimalText()), \(scale.upperBound.decimalText()))"
    report(
      .mayLeaveScale, at: node,
      Words(
        id: "hasilnya dapat berada di luar skala \(allowed): \(interval)", en: "the result may leave the scale \(allowed): \(interval)"),
      help: Words(
        id: "batasi dengan `\(call)`, atau persempit `range:` isiannya", en: "limit it with `\(call)`, or narrow the fields' `range:`"))
  }
}
