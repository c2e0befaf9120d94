public import Comparison
internal import Observations
internal import RuleModel

extension JSONValue {
  /// Published totals under several editions' lines in the shape `timbang.zones/1.0`.
  public static func zones(_ zones: PublishedZones) -> JSONValue {
    .object([
      ("format", .string("timbang.zones/1.0")), ("rules", .array(zones.editions.map { rules($0) })),
      ("rows", .array(zones.rows.map { row($0, zones.editions) })), ("without_score", .integer(zones.withoutScore)),
    ])
  }

  private static func row(_ row: PublishedZones.Row, _ editions: [Edition]) -> JSONValue {
    let published = row.published
    return .object([
      ("entity", .string(published.entity)), ("name", .string(published.name)), ("year", .integer(published.year)),
      ("score", .string(published.score.decimalText())), ("zone", optional(published.zone)), ("edition", .string(row.edition)),
      ("colour", optional(row.colour)), ("agrees", row.agrees.map { .boolean($0) } ?? .null),
      ("colours", .object(zip(editions, row.colours).map { ($0.name, optional($1)) })),
    ])
  }
}
