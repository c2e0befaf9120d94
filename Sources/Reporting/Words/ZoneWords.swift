internal import Comparison
internal import RuleDiagnostics
internal import RuleModel

extension ScoreChange {
  /// Why the zone changed or stayed, in one sentence.
  func zoneSentence(_ language: Language) -> String {
    // Where the zone stayed because one made up for the other, say which would have changed it.
    let linesHelped = zone.table.newScoreOldLines != from.zone?.colour
    let phrase: Phrase =
      switch zone.cause {
      case .unchanged: .zoneUnchanged
      case .score: .zoneScore
      case .lines: .zoneLines
      case .either: .zoneEither
      case .both: .zoneBoth
      case .offset: linesHelped ? .zoneOffset : .zoneOffsetScore
      }
    let none = Phrase.zoneNone(language)
    let other = linesHelped ? zone.table.newScoreOldLines : zone.table.oldScoreNewLines
    return phrase(
      language,
      [
        "from": from.zone?.colour ?? none, "to": to.zone?.colour ?? none, "old": from.edition.name, "new": to.edition.name,
        "other": other ?? none,
      ])
  }
}
