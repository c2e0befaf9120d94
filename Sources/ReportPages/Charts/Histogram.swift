internal import Reporting
internal import RuleDiagnostics
internal import RuleModel

/// How the published scores lie on the scale, with the lines where zones begin.
struct Histogram {
  private static let bins = 50
  private static let tall = 110

  let scores: [Fraction]
  let edition: Edition
  let marks: ZoneMarks
  let language: Language

  private var low: Fraction { edition.scale.lowerBound }
  private var width: Fraction { (edition.scale.upperBound - low) / Fraction(Histogram.bins) }

  /// How many scores are in each bin; the top of the scale belongs to the last one.
  private func counts() -> [Int] {
    var counts = [Int](repeating: 0, count: Histogram.bins)
    for score in scores {
      let bin = ((score - low) / width).rounded(places: 0, mode: .down).int ?? 0
      counts[min(Histogram.bins - 1, max(0, bin))] += 1
    }
    return counts
  }

  /// The drawing, and the table behind it.
  func markup() -> (chart: Markup, table: Markup) {
    let counts = counts()
    let most = counts.max() ?? 0
    var chart = Chart(title: PageWord.distribution(language), text: PageWord.distributionText(language, ["most": String(most)]))
    let top = chart.room(24) + 24
    let foot = chart.room(Histogram.tall) + Histogram.tall
    let step = Chart.width / Histogram.bins
    for (bin, count) in counts.enumerated() where count > 0 {
      let height = max(2, count * Histogram.tall / max(1, most))
      chart.bar(from: bin * step + 8, to: (bin + 1) * step, at: foot - height, height: height, style: "w")
    }
    axis(&chart, top: top, foot: foot)
    return (chart.markup, table(counts))
  }

  /// The scale below, and the lines with the band of each zone.
  private func axis(_ chart: inout Chart, top: Int, foot: Int) {
    let band = chart.room(16) + 3
    let words = chart.room(16) + 12
    let high = edition.scale.upperBound
    let steps = edition.zones.steps
    for (index, zone) in steps.enumerated() {
      let start = zone.from.value.place(between: low, high)
      let end = index + 1 < steps.count ? steps[index + 1].from.value.place(between: low, high) : Chart.width
      let mark = marks.mark(zone.colour)
      chart.bar(from: start, to: end, at: band, height: 10, style: "p \(mark.style)")
      guard start > 0 else { continue }
      chart.draw(
        "<line x1=\"\(Chart.length(start))\" x2=\"\(Chart.length(start))\" y1=\"\(top + 3)\" y2=\"\(foot)\" class=\"l\"/>")
      // Neighbouring lines take turns in height, so that their numbers do not meet.
      let number = zone.from.value.decimalText(atMost: 2).replacing(".", with: language == .id ? "," : ".")
      chart.label("\(mark.symbol) \(number)", at: start, index % 2 == 0 ? top - 10 : top, style: " class=\"m\"")
    }
    let text = { (value: Fraction) in language.number(value, places: value.decimalPlaces) }
    chart.label(text(low), at: 0, words)
    chart.label(text((low + high) / Fraction(2)), at: Chart.width / 2, words, style: " class=\"m\"")
    chart.label(text(high), at: Chart.width, words, style: " class=\"e\"")
  }

  private func table(_ counts: [Int]) -> Markup {
    let rows = counts.enumerated().filter { $0.element > 0 }.map { bin, count -> Markup in
      let start = low + width * Fraction(bin)
      let places = max(start.decimalPlaces, width.decimalPlaces)
      let range = "\(language.number(start, places: places)) .. \(language.number(start + width, places: places))"
      return "<tr><th scope=\"row\">\(range)</th><td>\(count)</td></tr>"
    }.joined()
    return .table(
      PageWord.distribution(language), "\(Markup.head(PageWord.score(language)))\(Markup.head(PageWord.count(language)))", rows)
  }
}

extension Fraction {
  /// The decimals with which the number is written, at most 4.
  fileprivate var decimalPlaces: Int {
    decimalText(atMost: 4).split(separator: ".").dropFirst().first?.count ?? 0
  }
}
