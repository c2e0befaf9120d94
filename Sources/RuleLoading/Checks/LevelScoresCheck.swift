internal import RuleDiagnostics
internal import RuleModel

/// Every level of a field's range has a score, and no other level has one.
struct LevelScoresCheck: Check {
  /// More levels than this are a number, not an ordinal scale.
  static let most = 1_000

  func run(_ edition: Edition, unreliable: Set<String>, log: inout DiagnosticLog) {
    for part in edition.score.subtree {
      guard case .leaf(.levels(let id, let rows)) = part.body, let field = edition.field(id) else { continue }
      let levels = rows.map(\.level)
      if Set(levels).count < levels.count {
        report(part, Words(id: "satu tingkat punya dua nilai", en: "a level has two scores"), log: &log)
      }
      guard let range = field.range, let low = range.lowerBound.int, let high = range.upperBound.int, high - low < LevelScoresCheck.most else {
        report(
          part,
          Words(
            id: "bidang `\(id)` tidak punya rentang tingkat", en: "the field `\(id)` has no range of levels"), log: &log,
          help: Words(id: "tambahkan `range: [terendah, tertinggi]` pada bidang itu", en: "add `range: [lowest, highest]` to the field"))
        continue
      }
      let missing = (low...high).map { Fraction($0) }.filter { !levels.contains($0) }
      if !missing.isEmpty {
        let list = missing.prefix(8).map(\.exactText).joined(separator: ", ")
        report(part, Words(id: "tingkat \(list) tidak punya nilai", en: "the levels \(list) have no score"), log: &log)
      }
      let extra = levels.filter { !range.contains($0) || !$0.isWhole }
      if !extra.isEmpty {
        let list = extra.prefix(8).map(\.exactText).joined(separator: ", ")
        report(part, Words(id: "tingkat \(list) di luar rentang bidang `\(id)`", en: "the levels \(list) lie outside the range of the field `\(id)`"), log: &log)
      }
    }
  }

  private func report(_ part: Part, _ words: Words, log: inout DiagnosticLog, help: Words? = nil) {
    log.error(
      .levelScores, at: part.id.range, Words(id: "bagian `\(part.id.value)`: \(words.id)", en: "the part `\(part.id.value)`: \(words.en)"), help: help)
  }
}
