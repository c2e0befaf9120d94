internal import RuleDiagnostics
internal import RuleModel

extension JSONValue {
  /// A text, or null.
  static func optional(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }

  /// A text in both languages.
  static func words(_ words: Words) -> JSONValue {
    .object([("id", .string(words.id)), ("en", .string(words.en))])
  }

  /// How sure somebody is of a change or a link, and why; null where nothing is said.
  static func grounds(_ grounds: Grounds) -> [(key: String, value: JSONValue)] {
    [("provenance", optional(grounds.provenance?.rawValue)), ("note", grounds.note.map { words($0) } ?? .null)]
  }

  /// An exact number with its decimal form: `"exact"` and `"decimal"`.
  static func exact(_ number: Fraction) -> [(key: String, value: JSONValue)] {
    [("exact", .string(number.exactText)), ("decimal", .string(number.decimalText()))]
  }

  /// A total: exact, decimal, and as published.
  static func total(_ total: Fraction, in edition: Edition) -> JSONValue {
    .object(exact(total) + [("reported", .string(edition.reported(total).fixedText(places: edition.publishedPlaces)))])
  }

  /// The rules that were applied, and the program that applied them.
  static func rules(_ edition: Edition, _ stamp: OriginStamp) -> JSONValue {
    .object([
      ("id", .string("\(edition.family)/\(edition.name)")), ("edition", .string(edition.name)),
      ("status", .string(edition.status.rawValue)),
      ("file", .string(edition.file)), ("provenance", .string(edition.provenance.rawValue)),
      ("program", .string("timbang \(stamp.version)")), ("scoring_digest", .string(stamp.scoring)), ("document_digest", .string(stamp.document)),
    ])
  }
}
