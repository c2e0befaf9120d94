internal import RuleDiagnostics
internal import RuleModel

/// Every level of a field's range has a score, and no other level has one.
struct LevelScoresCheck: Check {
  static let codes: [DiagnosticCode] = [.levelScores]

  /// More levels than this are a number, not an ordinal scale.
  static var most: Int { Most.scaleLevels }

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for part in rules.parts {
      guard case .leaf(.levels(let id, let rows)) = part.body, let field = rules.field(id), field.kind.isNumeric else { continue }
      let scored = Set(rows.map(\.level))
      if scored.count < rows.count {
        report(
          part, Words(id: "satu tingkat punya dua nilai", en: "a level has two scores"), log: &log,
          help: Words(id: "tulis setiap tingkat satu kali; `1` dan `1.0` sama", en: "write each level once; `1` and `1.0` are the same"))
      }
      if let range = field.range, range.upperBound - range.lowerBound >= Fraction(LevelScoresCheck.most) {
        report(
          part,
          Words(
            id: "rentang bidang `\(id)` terlalu besar: paling banyak \(LevelScoresCheck.most) tingkat",
            en: "the range of the field `\(id)` is too large: a scale has at most \(LevelScoresCheck.most) levels"), log: &log,
          help: Words(
            id: "perkecil `range` bidang itu, atau nilai angkanya dengan `bands` atau `linear`",
            en: "make the `range` of the field smaller, or score the number by `bands` or `linear`"))
        continue
      }
      guard let range = field.range, let levels = LevelScoresCheck.levels(in: range) else {
        report(
          part,
          Words(
            id: "bidang `\(id)` tidak punya rentang tingkat", en: "the field `\(id)` has no range of levels"), log: &log,
          help: Words(id: "tambahkan `range: [terendah, tertinggi]` pada bidang itu", en: "add `range: [lowest, highest]` to the field"))
        continue
      }
      let missing = levels.lazy.map { Fraction($0) }.filter { !scored.contains($0) }.prefix(8)
      if !missing.isEmpty {
        let list = missing.map(\.exactText).joined(separator: ", ")
        report(
          part,
          Words(
            id: "tingkat \(list) tidak punya nilai",
            en: missing.count == 1 ? "the level \(list) has no score" : "the levels \(list) have no score"),
          log: &log,
          help: Words(id: "tambahkan tingkat itu di `scores`", en: "add \(missing.count == 1 ? "it" : "them") to `scores`"))
      }
      let extra = rows.map(\.level).filter { !range.contains($0) || !$0.isWhole }
      if !extra.isEmpty {
        let list = extra.prefix(8).map(\.exactText).joined(separator: ", ")
        report(
          part,
          Words(
            id: "tingkat \(list) di luar rentang bidang `\(id)`",
            en: "the \(extra.count == 1 ? "level \(list) lies" : "levels \(list) lie") outside the range of the field `\(id)`"),
          log: &log,
          help: Words(
            id: "hapus dari `scores`, atau perluas `range`",
            en: "remove \(extra.count == 1 ? "it" : "them") from `scores`, or widen the `range`"))
      }
    }
  }

  /// The levels of a range; nil if its ends are no levels or too far apart.
  private static func levels(in range: ClosedRange<Fraction>) -> ClosedRange<Int>? {
    guard let low = range.lowerBound.int, let high = range.upperBound.int else { return nil }
    let (distance, overflow) = high.subtractingReportingOverflow(low)
    return overflow || distance >= most ? nil : low...high
  }

  private func report(_ part: Part, _ words: Words, log: inout DiagnosticLog, help: Words) {
    log.error(
      .levelScores, at: part.id.range, Words(id: "bagian `\(part.id.value)`: \(words.id)", en: "the part `\(part.id.value)`: \(words.en)"),
      help: help)
  }
}
