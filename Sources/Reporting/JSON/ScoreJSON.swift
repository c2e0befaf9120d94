internal import Observations
internal import RuleDiagnostics
package import RuleModel
public import Scoring

extension JSONValue {
  /// Scores in the shape `timbang.score/1.0`; with `only` the institution of that path alone.
  public static func scores(_ scores: ScoreTable, from stamp: OriginStamp, only path: String? = nil) -> JSONValue {
    let population = scores.observations.population
    let institutions = population.rungs[0].indices.filter { path == nil || population.rungs[0][$0].path == path }
    let missing = Dictionary(grouping: scores.missing, by: \.institution)
    let notSurveyed = Dictionary(grouping: scores.notSurveyed) { population.ancestor(of: $0.entity, from: $0.rung, on: 0) }
    return .object([
      ("format", .string("timbang.score/1.0")), ("rules", rules(scores.edition, stamp)), ("data", data(scores.observations, stamp)),
      ("results", .array(institutions.compactMap { result(scores, $0, missing[$0] ?? [], notSurveyed[$0] ?? []) })),
    ])
  }

  /// The observations that were scored.
  static func data(_ table: ObservationTable, _ stamp: OriginStamp) -> JSONValue {
    .object([
      ("files", .array(table.files.map { .string($0.name) })), ("rows", .integer(table.files.map(\.rows).reduce(0, +))),
      ("digest", .string(stamp.data)),
    ])
  }

  private static func result(
    _ scores: ScoreTable, _ institution: Int, _ missing: [MissingObservation], _ notSurveyed: [NotSurveyed]
  ) -> JSONValue? {
    guard let total = scores.total(of: institution) else { return nil }
    let edition = scores.edition
    let entity = scores.observations.population.rungs[0][institution]
    let zone = edition.zone(of: total)
    var entries: [(key: String, value: JSONValue)] = [
      ("id", .string(entity.path)), ("name", .string(entity.name)), ("kind", optional(entity.kind)),
      ("total", .total(total, in: edition)), ("zone", optional(zone?.id.value)), ("colour", optional(zone?.colour)),
      ("flags", .object(scores.flags(of: institution).map { ($0.flag.id.value, $0.value.map { .boolean($0) } ?? .null) })),
      ("provenance", .string(edition.provenance.rawValue)), ("parts", .array(parts(scores, institution))),
    ]
    if edition.rungs.count > 1 { entries.append(("units", .array(units(scores, institution)))) }
    entries.append(("missing", .array(missing.map { missingEntry($0, scores) })))
    entries.append(("not_surveyed", .array(notSurveyed.map { notSurveyedEntry($0, scores) })))
    return .object(entries)
  }

  private static func notSurveyedEntry(_ found: NotSurveyed, _ scores: ScoreTable) -> JSONValue {
    .object([
      ("entity", .string(scores.observations.population.rungs[found.rung][found.entity].path)),
      ("rung", .string(scores.edition.rungs[found.empty].id.value)), ("parts", .array(found.parts.map { .string($0) })),
    ])
  }

  private static func missingEntry(_ missing: MissingObservation, _ scores: ScoreTable) -> JSONValue {
    .object([
      ("field", .string(missing.field)), ("part", .string(missing.part)),
      ("entity", .string(scores.observations.population.rungs[missing.rung][missing.entity].path)),
      ("policy", .string(missing.policy.text)),
    ])
  }

  /// Every part's value on its own rung and on each rung above it.
  private static func parts(_ scores: ScoreTable, _ institution: Int) -> [JSONValue] {
    let edition = scores.edition
    let population = scores.observations.population
    return edition.score.subtree.enumerated().flatMap { order, part -> [JSONValue] in
      guard let index = scores.partIndex(part.id.value) else { return [] }
      // The total on the top rung is the result itself.
      let rungs = (order == 0 ? 1 : 0)..<max(order == 0 ? 1 : 0, scores.rung(ofPart: index) + 1)
      return rungs.flatMap { rung in
        population.entities(on: rung, under: institution, of: 0).compactMap { entity -> JSONValue? in
          scores.values.value(index, on: rung, of: entity).map { value in
            .object(
              [
                ("id", .string(part.id.value)), ("at", .string(edition.rungs[rung].id.value)),
                ("entity", .string(population.rungs[rung][entity].path)),
              ] + exact(value) + (order == 0 ? [] : [("weight", .string(part.weight.value.exactText))]))
          }
        }
      }
    }
  }

  /// The totals of the entities of the second rung, with the zone each would have and whether it has a weight.
  private static func units(_ scores: ScoreTable, _ institution: Int) -> [JSONValue] {
    let population = scores.observations.population
    guard let root = scores.partIndex(scores.edition.score.id.value) else { return [] }
    return population.entities(on: 1, under: institution, of: 0).compactMap { entity in
      scores.values.value(root, on: 1, of: entity).map { total in
        .object([
          ("id", .string(population.rungs[1][entity].id)), ("name", .string(population.rungs[1][entity].name)),
          ("total", .total(total, in: scores.edition)), ("zone", optional(scores.edition.zone(of: total)?.id.value)),
          ("counts", .boolean(scores.counts(entity, on: 1))),
        ])
      }
    }
  }
}

extension MissingPolicy {
  /// As a rule file writes it.
  package var text: String {
    switch self {
    case .error: "error"
    case .zero: "zero"
    case .skip: "skip"
    case .value(let score): "value \(score.exactText)"
    case .carry(let edition): "carry \(edition)"
    }
  }
}
