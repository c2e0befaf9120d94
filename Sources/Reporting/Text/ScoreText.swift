internal import Observations
internal import RuleDiagnostics
package import RuleModel
public import Scoring

/// Writes scores as a table for people.
public struct ScoreText: Sendable {
  private let style: TextStyle
  private var language: Language { style.language }

  /// Prepares to write in a style.
  public init(style: TextStyle) {
    self.style = style
  }

  /// Returns a table of all institutions, or the scorecard of the only one.
  public func text(_ scores: ScoreTable) -> String {
    let institutions = scores.observations.population.rungs[0]
    return institutions.count == 1 ? card(scores, 0) : table(scores)
  }

  private func table(_ scores: ScoreTable) -> String {
    let edition = scores.edition
    let institutions = scores.observations.population.rungs[0]
    let width = min(44, institutions.map(\.name.count).max() ?? 0)
    var out = ""
    for (index, entity) in institutions.enumerated() {
      let total = scores.total(of: index)
      let zone = total.flatMap { edition.zone(of: $0) }
      let figure = total.map { language.number(edition.reported($0), places: edition.publishedPlaces) } ?? Phrase.noResult(language)
      out += "\(entity.name.visible.cut(to: width).padded(to: width))  \(figure.leftPadded(to: 8))  \(zone.map { zoneName($0) } ?? "")\n"
    }
    out += "\n" + Phrase.counted(language, ["count": String(institutions.count)])
    for colour in edition.zones.colours {
      let count = institutions.indices.count { scores.total(of: $0).flatMap { edition.zone(of: $0)?.colour } == colour }
      out += "   \(colour) \(count)"
    }
    return out + "\n" + footer(scores)
  }

  /// One institution: total, zone, parts on the top rung, units.
  private func card(_ scores: ScoreTable, _ index: Int) -> String {
    let edition = scores.edition
    let entity = scores.observations.population.rungs[0][index]
    guard let total = scores.total(of: index) else { return "\(entity.name.visible): \(Phrase.noResult(language))\n" }
    let zone = edition.zone(of: total)
    let figure = language.number(edition.reported(total), places: edition.publishedPlaces)
    var out = style.paint("\(entity.name.visible)   \(figure)   \(zone.map { zoneName($0) } ?? "")", .strong) + "\n"
    out += edition.title[language].visible + "\n\n"
    out += partLines(scores, index)
    if edition.rungs.count > 1 { out += unitLines(scores, index) }
    for (flag, value) in scores.flags(of: index) {
      let answer: Phrase = value == nil ? .flagUnknown : value == true ? .flagYes : .flagNo
      out += "\n\(flag.label[language].visible): \(answer(language))"
    }
    if !edition.flags.isEmpty { out += "\n" }
    return out + footer(scores)
  }

  /// Groups only, two levels deep: what fits on a screen; `trace` shows the rest.
  private func partLines(_ scores: ScoreTable, _ index: Int) -> String {
    var out = Phrase.partsTitle(language) + "\n"
    func visit(_ part: Part, depth: Int) {
      if depth > 0, let number = scores.partIndex(part.id.value) {
        let value = scores.values.value(number, on: 0, of: index).map { language.number($0, places: 2) } ?? "-"
        let weight = Phrase.weight(language) + " " + language.number(part.weight.value, places: 2)
        let label = String(repeating: "  ", count: depth) + part.label[language].visible
        out += "\(label.cut(to: 48).padded(to: 48)) \(value.leftPadded(to: 8))   \(weight)\n"
      }
      if depth < 2 { for child in part.children where depth == 0 || !child.children.isEmpty { visit(child, depth: depth + 1) } }
    }
    visit(scores.edition.score, depth: 0)
    return out
  }

  private func unitLines(_ scores: ScoreTable, _ index: Int) -> String {
    let population = scores.observations.population
    let edition = scores.edition
    guard let root = scores.partIndex(edition.score.id.value) else { return "" }
    let lines = population.entities(on: 1, under: index, of: 0).compactMap { unit -> String? in
      scores.values.value(root, on: 1, of: unit).map { value in
        let zone = edition.zone(of: value).map { zoneName($0) } ?? ""
        let name = ("  " + population.rungs[1][unit].name.visible).cut(to: 48).padded(to: 48)
        let mark = scores.counts(unit, on: 1) ? "" : "   " + Phrase.weightless(language)
        return "\(name) \(language.number(value, places: 2).leftPadded(to: 8))   \(zone)\(mark)\n"
      }
    }
    guard !lines.isEmpty else { return "" }
    return "\n" + Phrase.unitsTitle(language, ["rung": edition.rungs[1].label[language]]) + "\n" + lines.joined()
  }

  private func footer(_ scores: ScoreTable) -> String {
    var out = "\n"
    out += missing(scores)
    let provenance = weakestProvenanceWords(scores.edition.provenance)(language)
    return out + Phrase.provenance(language, ["provenance": provenance]) + "\n"
  }

  /// What was missing, by name; a long list is cut and counted.
  private func missing(_ scores: ScoreTable) -> String {
    guard !scores.missing.isEmpty else { return "" }
    var out = Phrase.missingTitle(language, ["count": String(scores.missing.count)]) + "\n"
    for missing in scores.missing.prefix(20) {
      let path = scores.observations.population.rungs[missing.rung][missing.entity].path
      let label = scores.edition.field(missing.field)?.label[language] ?? missing.field
      out += "  \(path.visible)  \(label.visible) (\(missing.field)): \(missing.policy.words(language))\n"
    }
    if scores.missing.count > 20 { out += "  " + Phrase.missingMore(language, ["count": String(scores.missing.count - 20)]) + "\n" }
    return out
  }

  private func zoneName(_ zone: ZoneStep) -> String {
    zone.id.value == zone.colour ? zone.colour : "\(zone.colour) (\(zone.id.value))"
  }
}

/// The phrase for the provenance of one figure.
package func provenanceWords(_ provenance: Provenance) -> Phrase {
  switch provenance {
  case .published: .published
  case .reconstructed: .reconstructed
  case .assumed: .assumed
  }
}

/// The phrase for a rule book, by the weakest provenance in it.
package func weakestProvenanceWords(_ provenance: Provenance) -> Phrase {
  switch provenance {
  case .published: .allPublished
  case .reconstructed: .partlyReconstructed
  case .assumed: .partlyAssumed
  }
}
