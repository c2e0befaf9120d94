internal import Reporting
internal import RuleDiagnostics
internal import RuleLoading

/// The keywords of JSON Schema for what stands behind a key.
///
/// An editor sees values as YAML types them: `2022` and `21.85` are numbers there, `"100/3"` is a text. So every type is named under which
/// a sound value can come.
extension ValueShape {
  typealias Keywords = [(key: String, value: JSONValue)]

  var schema: Keywords {
    switch self {
    case .text: [("type", .names(["string", "number", "boolean", "null"]))]
    case .words: [("type", .names(["string", "number", "boolean"])), ("minLength", .integer(1))]
    case .name: [("type", .names(["string", "number", "boolean"])), ("pattern", .string(Pattern.name)), ("minimum", .integer(0))]
    case .citation: [("type", .names(["string", "number"])), ("pattern", .string("^[^ ]"))]
    case .number: [("type", .names(["number", "string"])), ("pattern", .string(Pattern.number))]
    case .positiveNumber:
      [
        ("type", .names(["number", "string"])), ("exclusiveMinimum", .integer(0)), ("pattern", .string(Pattern.positiveNumber)),
      ]
    case .whole(let bounds):
      [
        ("type", .names(["integer", "string"])), ("minimum", .integer(bounds.lowerBound)), ("maximum", .integer(bounds.upperBound)),
        ("pattern", .string(Pattern.whole(bounds))),
      ]
    case .boolean: [("type", .names(["boolean", "string"])), ("pattern", .string("^(true|false)$"))]
    case .choice(let words): [("enum", .names(words))]
    case .version(let version): [("enum", .array([Int(version).map { .integer($0) }, .string(version)].compactMap(\.self)))]
    case .range:
      [
        ("type", .string("array")), ("items", .object(ValueShape.number.schema)), ("minItems", .integer(2)), ("maxItems", .integer(2)),
      ]
    case .mapping(let name): [("$ref", .string("#/definitions/\(name.rawValue)"))]
    case .table(let key, let value, let count): ValueShape.table(key, value, count)
    case .list(let item, let least): ValueShape.list(item, atLeast: least)
    case .oneOrList(let item, let least): ValueShape.choosing(ifType: "array", ValueShape.list(item, atLeast: least), else: item.schema)
    case .valueOrMapping(let value, let name):
      ValueShape.choosing(ifType: "object", ValueShape.mapping(name).schema, else: value.schema)
    }
  }

  private static func list(_ item: ValueShape, atLeast least: Int) -> Keywords {
    [("type", .string("array")), ("items", .object(item.schema))] + (least > 0 ? [("minItems", .integer(least))] : [])
  }

  private static func table(_ key: TableKey, _ value: ValueShape, _ count: ClosedRange<Int>) -> Keywords {
    var entries: Keywords = [("type", .string("object"))]
    switch key {
    case .name: entries.append(("propertyNames", .object([("pattern", .string(Pattern.name))])))
    case .number: entries.append(("propertyNames", .object([("pattern", .string(Pattern.number))])))
    case .text: break
    }
    entries.append(("additionalProperties", .object(value.schema)))
    if count.lowerBound > 0 { entries.append(("minProperties", .integer(count.lowerBound))) }
    if count.upperBound < .max { entries.append(("maxProperties", .integer(count.upperBound))) }
    return entries
  }

  private static func choosing(ifType type: String, _ then: Keywords, else other: Keywords) -> Keywords {
    [("if", .object([("type", .string(type))])), ("then", .object(then)), ("else", .object(other))]
  }
}

/// The spellings that the readers take.
private enum Pattern {
  private static let decimal = "(0|[1-9][0-9]*)(\\.[0-9]+)?"
  /// The numbers themselves where they are few.
  static func whole(_ bounds: ClosedRange<Int>) -> String {
    guard bounds.count > 100 else { return "^(\(bounds.map(String.init).joined(separator: "|")))$" }
    return "^[1-9][0-9]{0,\(String(bounds.upperBound).count - 1)}$"
  }
  static let name = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"
  static let number = "^-?\(decimal)(/-?\(decimal))?$"
  /// A number with a digit other than 0 in it, and no sign.
  static let positiveNumber = "^(?=[0.]*[1-9])\(decimal)(/\(decimal))?$"
}

extension JSONValue {
  static func names(_ names: [String]) -> JSONValue { .array(names.map { .string($0) }) }
  static func reference(to name: FormName) -> JSONValue { .object(ValueShape.mapping(name).schema) }
  /// Holds where a key is there.
  static func needing(_ key: String) -> JSONValue { .object([("required", .names([key]))]) }
  /// Both languages, a paragraph each.
  static func description(_ words: Words) -> JSONValue { .string("\(words.id)\n\n\(words.en)") }
}
