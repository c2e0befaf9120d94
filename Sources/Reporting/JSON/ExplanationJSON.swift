public import Comparison
internal import RuleDiagnostics
internal import RuleModel

extension JSONValue {
  /// One explanation in the shape `timbang.explain/1.0`; the stamps say what the two years were made from.
  public static func explanation(_ change: ScoreChange, from old: OriginStamp, to new: OriginStamp) -> JSONValue {
    let places = change.places
    return .object([
      ("format", .string("timbang.explain/1.0")), ("entity", .string(change.entity)), ("name", .string(change.name)),
      ("path", .string(change.path.rawValue)), ("from", year(change.from, old)), ("to", year(change.to, new)),
      (
        "change",
        .object(
          exact(change.change) + [
            ("reported", .string(change.reportedChange.fixedText(places: places))),
            ("printed", .string(change.reportedChange.fixedText(places: places))),
          ])
      ),
      ("newly_measured", newlyMeasured(change)),
      ("worlds", .array(change.worlds.map { .object([("id", .string($0.id))] + exact($0.total)) })),
      ("blocks", .array(change.blocks.map { block($0, places: places) })),
      (
        "final_rounding",
        .object(exact(change.finalRounding.amount) + [("printed", .string(change.finalRounding.printed.fixedText(places: places)))])
      ),
      ("zone", zone(change)), ("assumptions", .array(change.assumptions.map { assumption($0) })),
      ("sampled", .boolean(change.isSampled)), ("provenance", .string(change.provenance.rawValue)),
      ("provenance_of_changes", optional(change.provenanceOfChanges?.rawValue)),
    ])
  }

  /// Several explanations of one institution, one year after the other, in the shape `timbang.explain-chain/1.0`.
  public static func chain(_ explanations: [JSONValue], of changes: [ScoreChange]) -> JSONValue {
    .object([
      ("format", .string("timbang.explain-chain/1.0")), ("entity", .string(changes.first?.entity ?? "")), ("steps", .array(explanations)),
    ])
  }

  private static func year(_ year: ScoreChange.Year, _ stamp: OriginStamp) -> JSONValue {
    .object([
      ("rules", rules(year.edition, stamp)), ("data", .object([("digest", .string(stamp.data))])),
      ("edition", .string(year.edition.name)), ("total", .total(year.total, in: year.edition)),
      ("zone", optional(year.zone?.id.value)), ("colour", optional(year.zone?.colour)),
    ])
  }

  /// A block; each line of the method says how sure its named change is.
  private static func block(_ block: ScoreChange.Line, places: Int) -> JSONValue {
    line(block, places: places) { below in
      guard block.id == Block.method.rawValue else { return line(below, places: places) }
      return line(below, places: places, more: grounds(below.grounds) + origin(below.changes))
    }
  }

  /// Where a named change stands and what it cites; a line of several is told with each of them.
  private static func origin(_ changes: [NamedChange]) -> [(key: String, value: JSONValue)] {
    guard changes.count == 1, let change = changes.first else { return [] }
    return [("cite", .array(change.citations.map { .string($0.text) })), ("place", .string(change.place))]
  }

  /// The sum of what has no earlier value; null where only lines that are not there could say it.
  private static func newlyMeasured(_ change: ScoreChange) -> JSONValue {
    change.newlyMeasured.map { sum in
      .object(exact(sum.amount) + [("printed", .string(sum.printed.fixedText(places: change.places)))])
    } ?? .null
  }

  private static func line(_ line: ScoreChange.Line, places: Int, more: [(key: String, value: JSONValue)] = []) -> JSONValue {
    self.line(line, places: places, more: more) { self.line($0, places: places) }
  }

  private static func line(
    _ line: ScoreChange.Line, places: Int, more: [(key: String, value: JSONValue)] = [], below: (ScoreChange.Line) -> JSONValue
  ) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [
      ("id", .string(line.id)), ("label", words(line.words)),
    ]
    entries += exact(line.amount)
    entries.append(("printed", .string(line.printed.fixedText(places: places))))
    if let range = line.range {
      entries.append(("range", .array([.string(range.lowerBound.exactText), .string(range.upperBound.exactText)])))
    }
    entries.append(("newly_measured", .boolean(line.isNewlyMeasured)))
    if line.isPartlyNewlyMeasured { entries.append(("partly_newly_measured", .boolean(true))) }
    if let other = line.countedIn { entries.append(("counted_in", .string(other))) }
    entries += more
    if !line.lines.isEmpty { entries.append(("lines", .array(line.lines.map(below)))) }
    return .object(entries)
  }

  private static func zone(_ change: ScoreChange) -> JSONValue {
    let zone = change.zone
    let show = { (value: Fraction) in JSONValue.string(value.fixedText(places: change.places)) }
    return .object([
      ("from", optional(change.from.zone?.colour)), ("to", optional(change.to.zone?.colour)), ("cause", .string(zone.cause.rawValue)),
      (
        "table",
        .object([
          ("score_from_lines_from", optional(zone.table.oldScoreOldLines)), ("score_to_lines_from", optional(zone.table.newScoreOldLines)),
          ("score_from_lines_to", optional(zone.table.oldScoreNewLines)), ("score_to_lines_to", optional(zone.table.newScoreNewLines)),
        ])
      ),
      (
        "margin",
        zone.margin.map { margin in
          .object([
            ("before", show(margin.before)), ("after", show(margin.after)), ("from_score", show(margin.fromScore)),
            ("from_lines", show(margin.fromLines)),
          ])
        } ?? .null
      ),
      ("but_for", .array(zone.butFor.map { .string($0) })),
    ])
  }

  private static func assumption(_ assumption: ScoreChange.Assumption) -> JSONValue {
    .object([
      ("id", .string(assumption.kind.rawValue)), ("what", .string(assumption.what)),
      ("text", words(assumption.words)),
    ])
  }
}
