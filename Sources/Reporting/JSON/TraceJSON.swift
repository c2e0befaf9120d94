internal import Observations
internal import RuleDiagnostics
internal import RuleModel
public import Scoring

extension JSONValue {
  /// A trace in the shape `timbang.trace/1.0`: every node names its rule, place, source and provenance.
  public static func trace(_ trace: Trace, of scores: ScoreTable, from stamp: OriginStamp) -> JSONValue {
    let parts = Dictionary(scores.edition.score.subtree.map { ($0.id.value, $0) }) { first, _ in first }
    return .object([
      ("format", .string("timbang.trace/1.0")), ("rules", rules(scores.edition, stamp)),
      ("data", data(scores.observations, stamp)), ("entity", .string(trace.entity)),
      ("trace", node(trace, scores, parts)),
    ])
  }

  private static func node(_ trace: Trace, _ scores: ScoreTable, _ parts: [String: Part], isEntity: Bool = false) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [
      ("id", .string(trace.part)), ("at", .string(scores.edition.rungs[trace.rung].id.value)), ("entity", .string(trace.entity)),
    ]
    if let value = trace.value { entries += exact(value) }
    if let weight = trace.weight { entries.append(("weight", .string(weight.exactText))) }
    // An entity is weighed by its rung, a part where its weight was written: not always where the part was.
    if trace.weight != nil, !isEntity, let part = parts[trace.part] { entries.append(("weight_place", .string("\(part.weight.range)"))) }
    if let share = trace.share { entries.append(("share", .string(share.exactText))) }
    if let part = parts[trace.part], !trace.isCombinedUp {
      if let combined = trace.combined, let goalposts = part.goalposts {
        entries.append(("goalposts", step(combined, goalposts)))
      }
      entries.append(("rule", .string("\(part.id.range)")))
      entries.append(("cite", .array(part.citations.map { .string($0.text) })))
      entries.append(("provenance", .string(part.provenance.rawValue)))
    }
    if !trace.observed.isEmpty { entries.append(("observed", .array(trace.observed.map { observed($0, scores) }))) }
    if !trace.below.isEmpty { entries.append(("below", .array(trace.below.map { node($0, scores, parts, isEntity: trace.isCombinedUp) }))) }
    return .object(entries)
  }

  private static func step(_ combined: Fraction, _ goalposts: Goalposts) -> JSONValue {
    .object([
      ("combined", .string(combined.exactText)), ("worst", .string(goalposts.worst.exactText)),
      ("best", .string(goalposts.best.exactText)), ("clamp", .boolean(goalposts.clamp)),
    ])
  }

  private static func observed(_ cell: Trace.Observed, _ scores: ScoreTable) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [
      ("field", .string(cell.field)), ("value", cell.value.map(value) ?? .null),
      ("place", cell.place.map { .string(scores.observations.files[$0.file].place(ofLine: $0.line)) } ?? .null),
    ]
    if let entity = cell.entity { entries.append(("entity", .string(entity))) }
    if let carried = cell.carried {
      entries.append(
        (
          "carried",
          .object([
            ("edition", .string(carried.edition)), ("value", value(carried.value)), ("place", carried.place.map { .string($0) } ?? .null),
          ])
        ))
    }
    return .object(entries)
  }

  private static func value(_ value: ObservedValue) -> JSONValue {
    switch value {
    case .number(let number): .string(number.exactText)
    case .text(let text): .string(text)
    }
  }
}
