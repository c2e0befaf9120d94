public import Exploring
internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// Writes for people how far scores, zones and ranks depend on weights. Readable without colour.
public struct SensitivityText: Sendable {
  private let style: TextStyle
  private let sensitivity: Sensitivity
  /// At most this many institutions are listed.
  private let longest: Int
  private let places: Int
  private var language: Language { style.language }
  private var edition: Edition { sensitivity.scores.edition }

  /// Prepares to write at most `longest` institutions.
  public init(_ sensitivity: Sensitivity, longest: Int, style: TextStyle) {
    self.style = style
    self.sensitivity = sensitivity
    self.longest = longest
    places = sensitivity.scores.edition.publishedPlaces
  }

  /// Who is stable, the least certain, what each weight does alone, and what a missing part would do.
  public func text(_ effects: [WeightEffect], leftOut: [LeftOut]) -> String {
    let noise = sensitivity.noise
    let title = Phrase.sensitivityTitle(
      language,
      [
        "parts": whole(sensitivity.parts.count), "draws": whole(noise.draws), "spread": written(noise.spread), "edition": edition.name,
        "count": whole(sensitivity.rows.count),
      ])
    var out = style.paint(title.visible, .strong) + "\n"
    guard !sensitivity.parts.isEmpty else { return out + Phrase.sensitivityNothing(language) + "\n" + self.leftOut(leftOut) }
    let counts: KeyValuePairs = ["stable": whole(sensitivity.stable), "count": whole(sensitivity.rows.count)]
    out += Phrase.sensitivityStable(language, counts) + "\n"
    out += leastCertain + tornado(effects) + self.leftOut(leftOut)
    return out
  }

  private func heading(_ text: String) -> String { "\n" + style.paint(text, .strong) + "\n" }

  private func whole(_ number: Int) -> String { language.number(Fraction(number), places: 0) }

  /// A number as it is, with all its decimals.
  private func written(_ number: Fraction) -> String { language.number(number, places: number.decimals) }

  private func figure(_ value: Fraction?, signed: Bool = true) -> String {
    value.map { language.number($0, places: places, signed: signed) } ?? "-"
  }

  /// A share of the draws, in percent, rounded half up; 100 only for all of them.
  private func share(_ draws: Int) -> String {
    let percent = Fraction(100 * draws, sensitivity.noise.draws)
    let rounded = percent.rounded(places: 1, mode: .halfUp)
    let most = draws < sensitivity.noise.draws ? Fraction(999, 10) : Fraction(100)
    return language.number(min(rounded, most), places: 1)
  }

  // MARK: Institutions

  /// Those whose published zone holds in the fewest draws.
  private var leastCertain: String {
    let rows = sensitivity.rows.sorted { left, right in
      left.kept == right.kept ? left.entity.path.precedesByBytes(right.entity.path) : left.kept < right.kept
    }
    let titles = [
      Phrase.sensitivityPublished(language).leftPadded(to: 8), "5-95 %".leftPadded(to: 15), "",
      Phrase.columnZone(language).lowercased().padded(to: 8), Phrase.sensitivityKept(language).leftPadded(to: 9),
      Phrase.sensitivityRanks(language).leftPadded(to: 14),
    ]
    var out = heading(Phrase.sensitivityLeast(language))
    out += String(repeating: " ", count: 26) + titles.joined(separator: " ") + "\n"
    for row in rows.prefix(longest) { out += line(row) }
    return out + "  " + Phrase.sensitivityPercentiles(language) + "\n"
  }

  private func line(_ row: Sensitivity.Row) -> String {
    let totals = "\(figure(row.totals.low, signed: false))-\(figure(row.totals.high, signed: false))"
    let ranks = "\(whole(row.published.rank)) (\(whole(row.ranks.low))-\(whole(row.ranks.high)))"
    let cells = [
      figure(row.published.reported, signed: false).leftPadded(to: 8), totals.leftPadded(to: 15), "",
      (row.published.zone?.colour ?? "-").padded(to: 8), (share(row.kept) + " %").leftPadded(to: 9), ranks.leftPadded(to: 14),
    ]
    let other = row.zones.filter { $0.draws > 0 && $0.colour != row.published.zone?.colour }
    let words = other.map { "\($0.colour ?? "-") \(share($0.draws)) %" }.joined(separator: ", ")
    let name = "  " + row.entity.name.visible.cut(to: 24).padded(to: 24)
    return name + cells.joined(separator: " ") + (words.isEmpty ? "" : "  \(words)") + "\n"
  }

  // MARK: Weights

  private func tornado(_ effects: [WeightEffect]) -> String {
    guard !effects.isEmpty else { return "" }
    let titles = [Phrase.sensitivityWeight(language), Phrase.impactMean(language), Phrase.impactZones(language)]
    var out = heading(Phrase.sensitivityTornado(language).padded(to: 36) + titles.map { $0.leftPadded(to: 18) }.joined())
    for effect in effects {
      let ends = [effect.lower, effect.higher]
      let cells = [
        ends.map { weight($0.weight) }, ends.map { figure($0.mean) }, ends.map { whole($0.moved) },
      ].map { $0.map { $0.leftPadded(to: 9) }.joined() }
      out += ("  " + effect.part.label[language].visible).cut(to: 36).padded(to: 36) + cells.joined() + "\n"
    }
    return out
  }

  /// A weight with at most four decimals.
  private func weight(_ weight: Fraction?) -> String {
    weight.map { language.number($0, places: min(4, $0.decimals)) } ?? "-"
  }

  private func leftOut(_ parts: [LeftOut]) -> String {
    guard !parts.isEmpty else { return "" }
    let titles = [Phrase.impactMean(language), Phrase.impactZones(language)].map { $0.leftPadded(to: 18) }
    var out = heading(Phrase.sensitivityLeftOut(language).padded(to: 36) + titles.joined())
    for left in parts {
      let cells = [figure(left.outcome.mean), whole(left.outcome.moved)].map { $0.leftPadded(to: 18) }
      out += ("  " + left.part.label[language].visible).cut(to: 36).padded(to: 36) + cells.joined()
      let lost = left.outcome.unscored
      out += (lost == 0 ? "" : "  " + Phrase.impactUnscored(language, ["count": whole(lost)])) + "\n"
    }
    return out
  }
}
