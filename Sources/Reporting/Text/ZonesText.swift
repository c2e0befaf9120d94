public import Comparison
internal import Observations
internal import RuleDiagnostics
internal import RuleModel

/// Writes how published totals stand to the zone lines of several editions.
public struct ZonesText: Sendable {
  private let style: TextStyle
  private var language: Language { style.language }

  /// Prepares to write in a style.
  public init(style: TextStyle) {
    self.style = style
  }

  /// Returns the agreement, then who owes a colour to moved lines alone.
  public func text(_ zones: PublishedZones) -> String {
    var out = style.paint(Phrase.zoneTitle(language), .strong) + "\n"
    for edition in zones.editions {
      let lines = edition.zones.colours.compactMap { colour in
        edition.zones.line(of: colour).map { "\(colour) >= \(language.number($0, places: edition.publishedPlaces))" }
      }
      let count = zones.rows.count { $0.edition == edition.name && $0.published.zone != nil }
      let provenance = provenanceWords(edition.zones.provenance)(language)
      out += "  \(edition.name)  \(lines.joined(separator: "   "))   (\(provenance); n = \(count))\n"
    }
    let judged = zones.rows.filter { $0.agrees != nil }
    let agreeing = judged.count { $0.agrees == true }
    out += Phrase.agree(language, ["count": String(agreeing), "total": String(judged.count)]) + "\n"
    let skipped = zones.withoutScore + zones.rows.count - judged.count
    if skipped > 0 { out += Phrase.noZoneRow(language, ["count": String(skipped)]) + "\n" }
    for move in zones.moves { out += moved(move) }
    return out
  }

  /// As published, with at least the decimals of the edition: a figure is never rounded across a line.
  private func figure(_ score: Fraction, _ edition: Edition) -> String {
    let decimals = score.decimalText(atMost: 12).split(separator: ".").dropFirst().first?.count ?? 0
    return language.number(score, places: max(edition.publishedPlaces, decimals))
  }

  private func moved(_ move: PublishedZones.Move) -> String {
    var out = ""
    for colour in move.new.zones.colours.reversed() {
      let rows = move.rows.filter { $0.colour == colour }
      for other in move.old.zones.colours {
        let hit = rows.filter { move.old.zones.step(for: $0.published.score)?.colour == other }
          .sorted { ($0.published.year, $1.published.score) < ($1.published.year, $0.published.score) }
        guard !hit.isEmpty else { continue }
        out += "\n"
        out += Phrase.onlyLines(
          language, ["count": String(hit.count), "to": colour, "new": move.new.name, "from": other, "old": move.old.name])
        out += "\n"
        for row in hit {
          let figure = figure(row.published.score, move.new).leftPadded(to: 7)
          out += "  \(row.published.year)  \(figure)  \(row.published.name.visible)\n"
        }
      }
    }
    return out
  }
}
