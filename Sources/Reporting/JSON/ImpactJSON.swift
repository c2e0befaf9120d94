public import Comparison
public import Exploring
internal import Observations
internal import RuleDiagnostics
public import RuleModel
internal import Scoring

extension JSONValue {
  /// What an edition does to everybody, in the shape `timbang.impact/1.0`.
  public static func impact(
    _ impact: Impact, near distance: Fraction, effects: [NamedEffect]?, unmeasured: [UnmeasuredField],
    from stamp: (Edition) -> OriginStamp
  ) -> JSONValue {
    let close = impact.near(distance).map { JSONValue.string($0.entity.path) }
    var entries: [(key: String, value: JSONValue)] = [("format", .string("timbang.impact/1.0"))]
    entries += origin(impact, stamp) + body(impact)
    entries.append(("near", .object([("distance", .string(distance.decimalText())), ("results", .array(close))])))
    entries.append(("changes", effects.map { .array($0.map(effect)) } ?? .null))
    entries.append(("unmeasured", .array(unmeasured.map(lacking))))
    return .object(entries)
  }

  /// What single changes of rules or observations do to everybody, in the shape `timbang.whatif/1.0`.
  public static func whatIf(
    _ impact: Impact, setting differences: RuleDifferences, _ observations: [SetObservation], from stamp: (Edition) -> OriginStamp
  ) -> JSONValue {
    let found = differences.groups.flatMap(\.differences)
    var entries: [(key: String, value: JSONValue)] = [("format", .string("timbang.whatif/1.0"))]
    entries += origin(impact, stamp)
    entries.append(("set", .array(found.map { difference($0, differences) })))
    entries.append(("set_observations", .array(observations.map(cell))))
    return .object(entries + body(impact))
  }

  private static func origin(_ impact: Impact, _ stamp: (Edition) -> OriginStamp) -> [(key: String, value: JSONValue)] {
    let (old, new) = (impact.old.edition, impact.new.edition)
    return [
      ("from", .object([("rules", rules(old, stamp(old)))])), ("to", .object([("rules", rules(new, stamp(new)))])),
      ("data", data(impact.old.observations, stamp(old))),
    ]
  }

  private static func body(_ impact: Impact) -> [(key: String, value: JSONValue)] {
    [
      ("summary", summary(impact.summary)), ("kinds", .array(impact.kinds.map { group("kind", $0.name, $0.summary) })),
      ("provinces", .array(impact.provinces.map { group("province", $0.name, $0.summary) })),
      ("results", .array(impact.rows.map { row($0, impact) })),
    ]
  }

  private static func group(_ key: String, _ name: String?, _ found: ImpactSummary) -> JSONValue {
    guard case .object(let entries) = summary(found) else { return .null }
    return .object([(key, optional(name))] + entries)
  }

  private static func summary(_ summary: ImpactSummary) -> JSONValue {
    .object([
      ("count", .integer(summary.count)), ("without_score", .integer(summary.unscored)), ("moved", .integer(summary.moved)),
      ("raised", .integer(summary.raised)), ("lowered", .integer(summary.lowered)),
      (
        "zones",
        .array(
          summary.moves.map {
            .object([("from", optional($0.from)), ("to", optional($0.to)), ("count", .integer($0.count))])
          })
      ),
      ("mean", amount(summary.mean)), ("median", amount(summary.median)), ("lowest", amount(summary.extremes?.lowerBound)),
      ("highest", amount(summary.extremes?.upperBound)), ("largest_climb", .integer(summary.largestClimb)),
    ])
  }

  static func amount(_ number: Fraction?) -> JSONValue { number.map { .object(exact($0)) } ?? .null }

  private static func row(_ row: Impact.Row, _ impact: Impact) -> JSONValue {
    let entity = row.entity
    let nearest = row.nearest.map { line in
      JSONValue.object([
        ("zone", .string(line.zone.id.value)), ("colour", .string(line.zone.colour)), ("from", .string(line.zone.from.value.exactText)),
        ("distance", .string(line.distance.exactText)),
      ])
    }
    return .object([
      ("id", .string(entity.path)), ("name", .string(entity.name)), ("kind", optional(entity.kind)),
      ("province", optional(entity.province)),
      ("from", standing(row.from, impact.old.edition)), ("to", standing(row.to, impact.new.edition)),
      ("change", row.shift.map { .string($0.decimalText()) } ?? .null), ("moved", .boolean(row.changesZone)),
      ("nearest_line", nearest ?? .null),
    ])
  }

  private static func standing(_ standing: Impact.Standing?, _ edition: Edition) -> JSONValue {
    guard let standing else { return .null }
    return .object([
      ("total", total(standing.total, in: edition)), ("zone", optional(standing.zone?.id.value)),
      ("colour", optional(standing.zone?.colour)),
      ("rank", .integer(standing.rank)),
    ])
  }

  private static func effect(_ effect: NamedEffect) -> JSONValue {
    .object(
      [
        ("id", .string(effect.change.id.value)), ("title", words(effect.change.title)),
      ] + grounds(effect.change.weakest) + [
        ("together_with", .array(effect.together.map { .string($0) })), ("in_turn", outcome(effect.inTurn)),
        ("alone", outcome(effect.alone)),
      ])
  }

  private static func outcome(_ outcome: NamedEffect.Outcome) -> JSONValue {
    switch outcome {
    case .effect(let effect):
      .object([
        ("moved", .integer(effect.moved)), ("mean", amount(effect.mean)), ("without_score", .integer(effect.unscored)),
      ])
    case .refused(let finding):
      .object([("refused", .object([("code", .string(finding.code.rawValue)), ("message", words(finding.message))]))])
    }
  }

  private static func lacking(_ lacking: UnmeasuredField) -> JSONValue {
    .object([
      ("field", .string(lacking.field.id.value)), ("label", words(lacking.field.label)),
      (
        "parts",
        .array(lacking.parts.map { .object([("part", .string($0.id.value)), ("policy", .string($0.missing.text))]) })
      ),
    ])
  }

  private static func cell(_ cell: SetObservation) -> JSONValue {
    .object([
      ("entity", .string(cell.entity)), ("field", .string(cell.field)), ("from", optional(cell.from.map(text))),
      ("to", .string(text(cell.to))),
    ])
  }

  private static func text(_ value: ObservedValue) -> String {
    switch value {
    case .number(let number): number.exactText
    case .text(let text): text
    }
  }
}
