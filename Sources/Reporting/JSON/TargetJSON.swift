public import Comparison
internal import Observations
internal import RuleDiagnostics
internal import RuleModel
public import Scoring

extension JSONValue {
  /// What would reach a zone, in the shape `timbang.target/1.0`: every answer with the cells that it changes.
  public static func target(
    _ target: Target, breakEven: [BreakEven]?, of scores: ScoreTable, from stamp: OriginStamp
  ) -> JSONValue {
    let edition = target.edition
    let zone = edition.zone(of: target.total)
    var entries: [(key: String, value: JSONValue)] = [
      ("format", .string("timbang.target/1.0")), ("rules", rules(edition, stamp)), ("data", data(scores.observations, stamp)),
      ("entity", .string(target.entity)), ("name", .string(target.name)), ("total", .total(target.total, in: edition)),
      ("zone", optional(zone?.id.value)), ("colour", optional(zone?.colour)),
      (
        "target",
        .object(
          [
            ("zone", .string(target.step.id.value)), ("colour", .string(target.step.colour)),
            ("from", .string(target.step.from.value.exactText)),
          ] + exact(target.threshold.value) + [("strict", .boolean(target.threshold.isStrict))])
      ),
      ("reached", .boolean(target.isReached)), ("missing_points", missingPoints(target)), ("best", .object(outcome(target.best, edition))),
      ("single", .array(target.single.map { answer($0, edition) })),
      ("fewest", target.fewest.map { answer($0, edition) } ?? .null), ("fewest_proven", .boolean(target.isFewestProven)),
      ("fewest_points", target.fewestPoints.map { answer($0, edition) } ?? .null),
      ("units", .array(target.units.map { unit($0, edition) })),
      (
        "not_considered",
        .array(
          target.notConsidered.map { alone in
            .object([
              ("part", .string(alone.part)), ("reason", .string(alone.reason.rawValue)),
              ("entities", .array(alone.entities.map { .string($0) })),
            ])
          })
      ),
    ]
    if let breakEven { entries.append(("weights", .array(breakEven.map { weight($0, edition) }))) }
    return .object(entries + [("provenance", .string(edition.provenance.rawValue))])
  }

  /// What is missing; where the zone is reached, the distance to its beginning with a minus.
  private static func missingPoints(_ target: Target) -> JSONValue {
    let places = target.edition.publishedPlaces
    return .object(
      exact(target.threshold.missing(from: target.total))
        + [("printed", .string(target.threshold.printedMissing(from: target.total, places: places).fixedText(places: places)))])
  }

  private static func outcome(_ outcome: Target.Outcome, _ edition: Edition) -> [(key: String, value: JSONValue)] {
    [
      ("total", .total(outcome.total, in: edition)), ("zone", optional(outcome.zone?.id.value)), ("colour", optional(outcome.zone?.colour)),
      ("reaches", .boolean(outcome.reaches)),
    ]
  }

  private static func answer(_ answer: Target.Answer, _ edition: Edition) -> JSONValue {
    .object([("indicators", .array(answer.raised.map { raised($0) }))] + outcome(answer.outcome, edition))
  }

  private static func raised(_ raised: RaisedIndicator) -> JSONValue {
    .object([
      ("part", .string(raised.part)), ("floor", .object(floor(raised.floor))), ("best", .boolean(raised.isBest)),
      ("entities", .integer(raised.entities)), ("of", .integer(raised.considered)),
      (
        "cells",
        .array(
          raised.cells.map { cell in
            .object([
              ("entity", .string(cell.entity)), ("field", .string(cell.field)),
              ("from", cell.from.map { .string($0.exactText) } ?? .null), ("to", .string(cell.to.decimalText())),
            ])
          })
      ),
    ])
  }

  private static func floor(_ floor: Floor) -> [(key: String, value: JSONValue)] {
    switch floor {
    case .answer(let isYes): [("kind", .string("answer")), ("value", .string(isYes ? "1" : "0"))]
    case .atLeast(let value): [("kind", .string("at_least")), ("value", .string(value.decimalText()))]
    case .atMost(let value): [("kind", .string("at_most")), ("value", .string(value.decimalText()))]
    case .worth(let points): [("kind", .string("worth")), ("value", .string(points.exactText))]
    case .items(let count, let total): [("kind", .string("items")), ("value", .string(String(count))), ("of", .string(String(total)))]
    }
  }

  private static func unit(_ unit: Target.UnitAnswer, _ edition: Edition) -> JSONValue {
    .object([
      ("entity", .string(unit.entity)), ("name", .string(unit.name)), ("best", .object(outcome(unit.best, edition))),
      ("fewest", unit.fewest.map { answer($0, edition) } ?? .null),
    ])
  }

  private static func weight(_ part: BreakEven, _ edition: Edition) -> JSONValue {
    let crossing = { (crossing: BreakEven.Crossing?) -> JSONValue in
      guard let crossing else { return .null }
      return .object([
        ("weight", .string(crossing.weight.decimalText())), ("share", .string(crossing.share.exactText)),
        ("total", .total(crossing.total, in: edition)), ("zone", optional(crossing.zone?.id.value)),
        ("colour", optional(crossing.zone?.colour)),
      ])
    }
    return .object([
      ("part", .string(part.part)), ("weight", .string(part.weight.exactText)), ("share", .string(part.share.exactText)),
      ("lower", crossing(part.lower)), ("higher", crossing(part.higher)),
    ])
  }
}
