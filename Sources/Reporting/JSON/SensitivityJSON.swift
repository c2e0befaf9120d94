public import Exploring
internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension JSONValue {
  /// How far scores, zones and ranks depend on weights, in the shape `timbang.sensitivity/1.0`.
  public static func sensitivity(
    _ sensitivity: Sensitivity, effects: [WeightEffect], leftOut: [LeftOut], from stamp: OriginStamp
  ) -> JSONValue {
    let noise = sensitivity.noise
    let drawn = JSONValue.object([
      ("spread", .string(noise.spread.exactText)), ("draws", .integer(noise.draws)), ("seed", .string(String(noise.seed))),
      ("parts", .array(sensitivity.parts.map { .string($0.id.value) })),
    ])
    return .object([
      ("format", .string("timbang.sensitivity/1.0")), ("rules", rules(sensitivity.scores.edition, stamp)),
      ("data", data(sensitivity.scores.observations, stamp)), ("weights", drawn),
      ("summary", .object([("count", .integer(sensitivity.rows.count)), ("stable", .integer(sensitivity.stable))])),
      ("results", .array(sensitivity.rows.map { row($0, sensitivity) })), ("alone", .array(effects.map(effect))),
      ("left_out", .array(leftOut.map { .object([("part", .string($0.part.id.value))] + outcome($0.outcome)) })),
    ])
  }

  private static func row(_ row: Sensitivity.Row, _ all: Sensitivity) -> JSONValue {
    let edition = all.scores.edition
    let places = edition.publishedPlaces
    let zones = row.zones.filter { $0.colour != nil || $0.draws > 0 }.map { zone in
      JSONValue.object([("colour", optional(zone.colour)), ("draws", .integer(zone.draws))])
    }
    let interval = { (low: String, high: String) in JSONValue.array([.string(low), .string(high)]) }
    return .object([
      ("id", .string(row.entity.path)), ("name", .string(row.entity.name)), ("kind", optional(row.entity.kind)),
      ("province", optional(row.entity.province)), ("total", total(row.published.total, in: edition)),
      ("zone", optional(row.published.zone?.id.value)), ("colour", optional(row.published.zone?.colour)),
      ("rank", .integer(row.published.rank)), ("mean", .object(exact(row.mean))),
      ("total_5_95", interval(row.totals.low.fixedText(places: places), row.totals.high.fixedText(places: places))),
      ("rank_5_95", .array([.integer(row.ranks.low), .integer(row.ranks.high)])), ("zones", .array(zones)), ("kept", .integer(row.kept)),
      ("stable", .boolean(all.isStable(row))),
    ])
  }

  private static func effect(_ effect: WeightEffect) -> JSONValue {
    .object([
      ("part", .string(effect.part.id.value)), ("weight", .string(effect.part.weight.value.exactText)),
      ("lower", .object(outcome(effect.lower))), ("higher", .object(outcome(effect.higher))),
    ])
  }

  private static func outcome(_ outcome: WeightEffect.Outcome) -> [(key: String, value: JSONValue)] {
    (outcome.weight.map { [("weight", .string($0.exactText))] } ?? []) + [
      ("moved", .integer(outcome.moved)), ("mean", amount(outcome.mean)), ("without_score", .integer(outcome.unscored)),
    ]
  }
}
