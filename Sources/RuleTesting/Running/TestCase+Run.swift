internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension TestCase {
  /// Scores the observations by `edition` and compares.
  ///
  /// Returns also the scores; nil if the observations never reach the rules.
  func run(under edition: CheckedEdition) -> (outcome: TestOutcome, scores: ScoreTable?) {
    var comparisons = Comparisons()
    var log = DiagnosticLog()
    var scores: ScoreTable?
    if case .table(let table, let earlier) = observations { scores = edition.score(table, carrying: earlier, log: &log) }
    switch expectation {
    case .refusal(let code): compare(code, log, scores, &comparisons)
    case .scores(let all):
      if let error = log.onlyErrors.diagnostics.first {
        comparisons.compare(
          Words(id: "penilaian", en: "scoring"), .score, .refused(error.code.rawValue, error.message), at: name.id.range)
      } else if let scores {
        for expected in all { expected.compare(with: scores, &comparisons) }
      }
    }
    return (comparisons.outcome(.example, name), scores)
  }

  private func compare(_ code: Marked<DiagnosticCode>, _ log: DiagnosticLog, _ scores: ScoreTable?, _ comparisons: inout Comparisons) {
    let errors = log.onlyErrors.diagnostics
    let found: TestFailure.Figure =
      if scores == nil || errors.contains(where: { $0.code == code.value }) {
        .name(code.value.rawValue)
      } else if let other = errors.first {
        .refused(other.code.rawValue, other.message)
      } else {
        .score
      }
    comparisons.compare(Words(id: "penolakan", en: "the refusal"), .name(code.value.rawValue), found, at: code.range)
  }
}

extension ExpectedScores {
  /// Compares everything that is said about the entity.
  fileprivate func compare(with scores: ScoreTable, _ comparisons: inout Comparisons) {
    guard let entity = scores.observations.population.index(of: path, on: rung) else { return }
    let edition = scores.edition
    let total = rung == 0 ? scores.total(of: entity) : scores.values.value(0, on: rung, of: entity)
    let step = total.flatMap { edition.zone(of: $0) }
    if let expected = self.total {
      comparisons.compare(subject("total"), .number(expected.value), .optional(total), at: expected.range)
    }
    if let reported {
      comparisons.compare(
        subject("reported"), .number(reported.value), .optional(total.map { edition.reported($0) }), at: reported.range)
    }
    if let zone { comparisons.compare(subject("zone"), .name(zone.value), .optional(step?.id.value), at: zone.range) }
    if let colour { comparisons.compare(subject("colour"), .name(colour.value), .optional(step?.colour), at: colour.range) }
    for part in parts {
      let found = scores.partIndex(part.id.value).flatMap { scores.values.value($0, on: rung, of: entity) }
      comparisons.compare(subject(part.id.value), .optional(part.value), .optional(found), at: part.id.range)
    }
    if !flags.isEmpty {
      let found = Dictionary(scores.flags(of: entity).map { ($0.flag.id.value, $0.value) }) { first, _ in first }
      for flag in flags {
        comparisons.compare(subject(flag.id.value), .optional(flag.value), .optional(found[flag.id.value] ?? nil), at: flag.id.range)
      }
    }
    let population = scores.observations.population
    let isBelow = { (found: Int, height: Int) in height >= rung && population.ancestor(of: found, from: height, on: rung) == entity }
    if let notApplicable {
      let found = Set(scores.notApplicable.filter { isBelow($0.entity, $0.rung) }.map(\.part))
      comparisons.compare(subject("not_applicable"), .names(notApplicable.value), .names(found.sortedByBytes), at: notApplicable.range)
    }
    if let missing {
      let found = Set(scores.missing.filter { isBelow($0.entity, $0.rung) }.map(\.field))
      comparisons.compare(subject("missing"), .names(missing.value), .names(found.sortedByBytes), at: missing.range)
    }
  }

  private func subject(_ figure: String) -> Words {
    rung == 0 ? Words(same: "`\(figure)`") : Words(id: "`\(figure)` untuk `\(path)`", en: "`\(figure)` of `\(path)`")
  }
}

extension Set<String> {
  fileprivate var sortedByBytes: [String] { sorted { $0.precedesByBytes($1) } }
}

extension TestFailure.Figure {
  static func optional(_ number: Fraction?) -> TestFailure.Figure { number.map { .number($0) } ?? .nothing }
  static func optional(_ name: String?) -> TestFailure.Figure { name.map { .name($0) } ?? .nothing }
  static func optional(_ truth: Bool?) -> TestFailure.Figure { truth.map { .truth($0) } ?? .nothing }
}
