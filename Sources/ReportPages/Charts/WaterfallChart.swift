internal import Comparison
internal import Reporting
internal import RuleDiagnostics
internal import RuleModel

/// The way from the old score to the new one: a bar for each score, a bar between two levels for each step.
struct WaterfallChart {
  let change: ScoreChange
  let language: Language

  /// The drawing, and the rows of the table behind it.
  func markup() -> (chart: Markup, rows: Markup) {
    let waterfall = Waterfall(change, style: TextStyle(language: language, hasColour: false))
    let steps = waterfall.steps()
    let (low, high) = waterfall.axis(of: steps)
    let signed = steps.map { figure($0.amount, signed: true) }
    let (old, new) = (change.from.edition.name, change.to.edition.name)
    let (before, after) = (figure(change.from.reported), figure(change.to.reported))
    var chart = Chart(
      title: PageWord.waterfall(language, ["old": old, "new": new]),
      text: PageWord.waterfallText(
        language,
        ["from": before, "to": after, "steps": zip(steps, signed).map { "\($0.label) \($1)" }.joined(separator: "; ")]))
    row(&chart, old, before, from: 0, to: change.from.reported.place(between: low, high), style: "w")
    for (step, amount) in zip(steps, signed) {
      let (a, b) = (step.from.place(between: low, high), step.to.place(between: low, high))
      row(&chart, step.label, amount, from: min(a, b), to: max(a, b), style: step.to < step.from ? "wl" : "wg")
    }
    row(&chart, new, after, from: 0, to: change.to.reported.place(between: low, high), style: "w")
    return (chart.markup, rows(signed, steps.map(\.label)))
  }

  private func row(_ chart: inout Chart, _ label: String, _ amount: String, from start: Int, to end: Int, style: String) {
    let top = chart.room(29)
    chart.label(label, at: 0, top + 12)
    chart.label(amount, at: Chart.width, top + 12, style: " class=\"e\"")
    chart.bar(from: start, to: end, at: top + 16, height: 9, style: style)
  }

  private func rows(_ amounts: [String], _ labels: [String]) -> Markup {
    let lines = change.blocks + (change.finalRounding.printed.isZero ? [] : [change.finalRounding])
    let total = { (year: ScoreChange.Year) -> Markup in
      "<tr><th scope=\"row\">\(year.edition.name)</th><td><b>\(figure(year.reported))</b></td><td></td></tr>"
    }
    let steps = zip(zip(labels, amounts), lines).map { row, line -> Markup in
      "<tr><th scope=\"row\">\(row.0)</th><td>\(row.1)</td><td>\(line.printedRange(change.places, language))</td></tr>"
    }
    return "\(total(change.from))\(steps.joined())\(total(change.to))"
  }

  private func figure(_ value: Fraction, signed: Bool = false) -> String {
    language.number(value, places: change.places, signed: signed)
  }
}

extension ScoreChange.Line {
  /// The range over the orders of the steps, rounded outwards; empty if there is only one amount.
  func printedRange(_ places: Int, _ language: Language) -> String {
    guard let range, range.lowerBound != range.upperBound else { return "" }
    let low = range.lowerBound.rounded(places: places, mode: range.lowerBound.signum < 0 ? .up : .down)
    let high = range.upperBound.rounded(places: places, mode: range.upperBound.signum < 0 ? .down : .up)
    return "\(language.number(low, places: places)) .. \(language.number(high, places: places))"
  }
}
