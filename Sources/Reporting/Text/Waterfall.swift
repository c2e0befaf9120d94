package import Comparison
internal import RuleDiagnostics
package import RuleModel

/// Draws the way from the old score to the new one, a step for each block, in plain characters.
package struct Waterfall {
  /// The width of the drawing itself, in characters.
  static let width = 40

  private let change: ScoreChange
  private let style: TextStyle

  package init(_ change: ScoreChange, style: TextStyle) {
    self.change = change
    self.style = style
  }

  /// The rows, with the axis above them.
  func text() -> String {
    let language = style.language
    let steps = steps()
    let (low, high) = axis(of: steps)
    let figure = { (value: Fraction) in language.number(value, places: change.places) }
    let ends = low.decimalText(atMost: 2)
    let right = high.decimalText(atMost: 2)
    var out = String(repeating: " ", count: 10) + ends.padded(to: Waterfall.width - right.count) + right + "\n"
    let column = { (value: Fraction) -> Int in
      ((value - low) / (high - low) * Fraction(Waterfall.width)).rounded(places: 0, mode: .halfUp).int ?? 0
    }
    let total = { (value: Fraction, label: String) -> String in
      let bar = String(repeating: "#", count: max(1, column(value)))
      return "\(figure(value).leftPadded(to: 8))  \(bar.padded(to: Waterfall.width))  \(label)\n"
    }
    out += total(change.from.reported, change.from.edition.name)
    for step in steps {
      let isGain = step.to >= step.from
      let (start, end) = (min(column(step.from), column(step.to)), max(column(step.from), column(step.to)))
      let mark = String(repeating: isGain ? "+" : "-", count: max(1, end - start))
      let bar = (String(repeating: " ", count: min(start, Waterfall.width - 1)) + mark).padded(to: Waterfall.width)
      let amount = language.number(step.amount, places: change.places, signed: true).leftPadded(to: 8)
      out += "\(amount)  \(style.paint(bar, isGain ? .gain : .loss))  \(step.label.cut(to: 28))\n"
    }
    return out + total(change.to.reported, change.to.edition.name)
  }

  /// A bar between two levels.
  package struct Step {
    /// What the step is called.
    package let label: String
    /// Its printed amount.
    package let amount: Fraction
    /// The level at which it begins.
    package let from: Fraction
    /// The level to which it leads.
    package let to: Fraction
  }

  /// The steps on printed amounts, so that the drawing ends where the new score begins.
  package func steps() -> [Step] {
    var level = change.from.reported
    var lines = change.blocks
    if !change.finalRounding.printed.isZero { lines.append(change.finalRounding) }
    return lines.map { line in
      defer { level += line.printed }
      return Step(label: line.words[style.language], amount: line.printed, from: level, to: level + line.printed)
    }
  }

  /// An axis in steps of 5 that holds every level with some room below. It goes below the scale only where a level does: on the symmetric
  /// path the steps are averages, and may lead there on their way.
  package func axis(of steps: [Step]) -> (low: Fraction, high: Fraction) {
    let levels = steps.map(\.to) + [change.from.reported, change.to.reported]
    let unit = (change.to.edition.scale.upperBound - change.to.edition.scale.lowerBound) / Fraction(20)
    let lowest = levels.min() ?? .zero
    let highest = levels.max() ?? .one
    let low = (lowest / unit).rounded(places: 0, mode: .down) - .one
    let high = (highest / unit).rounded(places: 0, mode: .up)
    let floor = change.to.edition.scale.lowerBound
    let bottom = lowest < floor ? low * unit : max(floor, low * unit)
    return (bottom, max(high * unit, bottom + unit))
  }
}
