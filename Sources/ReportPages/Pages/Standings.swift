internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// One institution among all: what it scored, where it stands.
struct Standing: Sendable {
  /// Its number in the population, which is also its name in the file: no id of the data becomes one of the page.
  let index: Int
  let entity: Entity
  /// The published total; nil without a score.
  let reported: Fraction?
  let zone: ZoneStep?
  /// The rank by published totals, from 1; equal totals share one.
  let rank: Int?

  /// The name of its section in the part of a language.
  func anchor(_ language: Language) -> String { "\(language.rawValue)-\(index + 1)" }
}

/// Everybody of a year, by number and by rank.
struct Standings: Sendable {
  /// In the order of the population.
  let all: [Standing]
  /// The highest first; who has no score comes last.
  let ranked: [Standing]
  /// How many have a score.
  let scored: Int

  init(_ scores: ScoreTable) {
    let edition = scores.edition
    let totals = scores.observations.population.rungs[0].indices.map { scores.total(of: $0) }
    let reported = totals.map { $0.map { edition.reported($0) } }
    let ranks = Scoring.ranks(of: reported)
    let all = scores.observations.population.rungs[0].enumerated().map { index, entity in
      Standing(
        index: index, entity: entity, reported: reported[index], zone: totals[index].flatMap { edition.zone(of: $0) }, rank: ranks[index])
    }
    let order = all.indices.sorted { left, right in
      switch (all[left].reported, all[right].reported) {
      case (let a?, let b?) where a != b: a > b
      case (_?, nil): true
      case (nil, _?): false
      default: left < right
      }
    }
    self.all = all
    ranked = order.map { all[$0] }
    scored = all.count { $0.reported != nil }
  }

  /// The groups of an attribute with their counts by zone, sorted by name; those without it last.
  func groups(_ marks: ZoneMarks, none: String, by attribute: (Entity) -> String?) -> [ZoneBars.Group] {
    let scored = all.filter { $0.reported != nil }
    let grouped = Dictionary(grouping: scored) { attribute($0.entity) }
    let names = grouped.keys.compactMap(\.self).sorted { $0.precedesByBytes($1) }.map(Optional.some) + (grouped[nil] == nil ? [] : [nil])
    return names.map { ZoneBars.Group(name: $0 ?? none, counts: Standings.counts(grouped[$0] ?? [], marks)) }
  }

  /// How many are in each zone, lowest first, and last below the lowest line.
  static func counts(_ some: [Standing], _ marks: ZoneMarks) -> [Int] {
    let byColour = Dictionary(some.map { ($0.zone?.colour, 1) }, uniquingKeysWith: +)
    return marks.colours.map { byColour[$0] ?? 0 } + [byColour[nil] ?? 0]
  }
}
