public import Comparison
internal import Observations
public import RuleModel

extension JSONValue {
  /// Published totals under several editions' lines in the shape `timbang.zones/1.0`; `stamp` says what an edition was read from.
  public static func zones(_ zones: PublishedZones, from stamp: (Edition) -> OriginStamp) -> JSONValue {
    .object([
      ("format", .string("timbang.zones/1.0")), ("rules", .array(zones.editions.map { rules($0, stamp($0)) })),
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
