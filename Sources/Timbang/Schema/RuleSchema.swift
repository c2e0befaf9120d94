public import Reporting
internal import RuleDiagnostics
internal import RuleLoading

/// The JSON Schema (draft-07) of rule files, for editors: what may be written where, with a word on each key in both languages.
///
/// It is written from the forms by which rule files are read, so it cannot say something else than the checker. It knows the shape of a
/// file and nothing of its sense: that weights add up, or that a name exists, only `timbang check` can tell.
public struct RuleSchema: Sendable {
  /// Makes the schema.
  public init() {}

  /// The schema. Complexity: linear in the number of keys of the format.
  public var json: JSONValue {
    .object([
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("$comment", .string("Written by `timbang schema`. / Ditulis oleh `timbang schema`.")),
      ("title", .string("timbang: 1")),
      ("type", .string("object")),
      ("if", .object([("required", .names(["extends"]))])),
      ("then", .reference(to: .extendingEdition)),
      ("else", .reference(to: .edition)),
      ("definitions", .object(FormName.allCases.map { ($0.rawValue, definition(of: $0.form)) })),
    ])
  }

  private func definition(of form: MappingForm) -> JSONValue {
    let keys = form.keys.filter { $0.need != .refused }
    var entries: [(key: String, value: JSONValue)] = [("description", .description(form.words)), ("type", .string("object"))]
    let required = keys.filter { $0.need == .required || $0.need == .requiredByReader }.map(\.name)
    if !required.isEmpty { entries.append(("required", .names(required))) }
    if form.borrowed.isEmpty {
      entries += properties(keys)
    } else {
      let branches = form.borrowed.map { branch(for: $0, of: form) } + [closedBranch(of: form, keys)]
      entries.append(("allOf", .array(branches)))
    }
    return .object(entries + form.rules.flatMap { anyOf($0) } + dependencies(of: form.rules))
  }

  private func properties(_ keys: [FormKey]) -> [(key: String, value: JSONValue)] {
    [
      ("properties", .object(keys.map { ($0.name, property($0)) })), ("additionalProperties", .boolean(false)),
    ]
  }

  /// A key with its words. A reference stands alone in draft-07, so it is wrapped.
  private func property(_ key: FormKey) -> JSONValue {
    let value = key.value.schema
    let isReference = value.contains { $0.key == "$ref" }
    return .object([("description", .description(key.words))] + (isReference ? [("allOf", .array([.object(value)]))] : value))
  }
}

/// What keys say about each other.
extension RuleSchema {
  /// The keys of a form that stand beside one that says which form that is.
  private func branch(for borrowed: BorrowedKeys, of form: MappingForm) -> JSONValue {
    let own = form.keys.filter { $0.name == borrowed.beside }
    let others = borrowed.form.form.keys.filter { $0.need != .refused && !borrowed.except.contains($0.name) }
    return .object([
      ("if", .object([("required", .names([borrowed.beside]))])),
      ("then", .object(properties(own + others))),
    ])
  }

  /// Beside the other keys nothing of another form stands.
  private func closedBranch(of form: MappingForm, _ keys: [FormKey]) -> JSONValue {
    let others = keys.filter { key in !form.borrowed.contains { $0.beside == key.name } }
    return .object([
      ("if", .object([("not", .object([("anyOf", .array(form.borrowed.map { .needing($0.beside) }))]))])),
      ("then", .object(properties(others))),
    ])
  }

  private func anyOf(_ rule: KeyRule) -> [(key: String, value: JSONValue)] {
    switch rule {
    case .exactlyOne(let keys), .atLeastOne(let keys): [("anyOf", .array(keys.map { .needing($0) }))]
    case .only: []
    }
  }

  private func dependencies(of rules: [KeyRule]) -> [(key: String, value: JSONValue)] {
    let entries = rules.flatMap { rule -> [(key: String, value: JSONValue)] in
      switch rule {
      case .exactlyOne(let keys):
        keys.map { key in
          let others = keys.filter { $0 != key }.map { JSONValue.needing($0) }
          return (key, .object([("not", .object([("anyOf", .array(others))]))]))
        }
      case .atLeastOne: []
      case .only(let key, let others): [(key, .object([("anyOf", .array(others.map { .needing($0) }))]))]
      }
    }
    return entries.isEmpty ? [] : [("dependencies", .object(entries))]
  }
}
