package import Comparison
package import RuleDiagnostics
internal import RuleModel

extension ScoreChange {
  /// Why the zone changed or stayed, in one sentence.
  package func zoneSentence(_ language: Language) -> String {
    let start = from.zone?.colour
    let scoreMoves = zone.table.newScoreOldLines != start
    let linesMove = zone.table.oldScoreNewLines != start
    let phrase: Phrase =
      switch zone.cause {
      case .unchanged: .zoneUnchanged
      case .score: linesMove ? .zoneScoreAnyway : .zoneScore
      case .lines: scoreMoves ? .zoneLinesAnyway : .zoneLines
      case .either: .zoneEither
      case .both: .zoneBoth
      case .offset:
        if scoreMoves { linesMove ? .zoneOffsetBoth : .zoneOffset } else { reportedChange.signum < 0 ? .zoneOffsetFall : .zoneOffsetScore }
      }
    let none = Phrase.zoneNone(language)
    return phrase(
      language,
      [
        "from": start ?? none, "to": to.zone?.colour ?? none, "old": from.edition.name, "new": to.edition.name,
        "score": zone.table.newScoreOldLines ?? none, "lines": zone.table.oldScoreNewLines ?? none,
      ])
  }

  /// The colour whose line was crossed on the way up, else the old one: that is the distance that people ask about.
  var markedColour: String? {
    guard let old = from.zone, let new = to.zone, old.colour != new.colour else { return from.zone?.colour ?? to.zone?.colour }
    let lines = to.edition.zones
    guard let before = lines.line(of: old.colour), let after = lines.line(of: new.colour) else { return old.colour }
    return after > before ? new.colour : old.colour
  }

  /// The distances of both scores to the lines of a colour; nil if a year has no such colour, or if it begins where the scale does.
  func margin(to colour: String) -> ZoneAnswer.Margin? {
    guard let before = from.edition.zones.line(of: colour), let after = to.edition.zones.line(of: colour),
      before > from.edition.scale.lowerBound || after > to.edition.scale.lowerBound
    else { return nil }
    return ZoneAnswer.Margin(from, to, lines: (before, after))
  }
}
