package import RuleDiagnostics

/// What one kind of mapping of a rule file may say: its keys, which of them it needs, and what stands behind each.
///
/// These forms are the only table of the format. The readers ask them which keys exist; the schema for editors is written from them.
package struct MappingForm: Sendable {
  /// What such a mapping is for.
  package let words: Words
  /// The keys, in the order in which people write them.
  package let keys: [FormKey]
  /// What the keys say about each other.
  package let rules: [KeyRule]
  /// The keys of other forms that may stand here as well, none of them needed, once a key says which form that is.
  package let borrowed: [BorrowedKeys]
  private let places: [String: Int]

  init(id: String, en: String, _ keys: [FormKey], rules: [KeyRule] = [], borrowed: [BorrowedKeys] = []) {
    words = Words(id: id, en: en)
    self.keys = keys
    self.rules = rules
    self.borrowed = borrowed
    places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1.name, $0) })
  }

  /// The key of that name; nil if there is none.
  package subscript(name: String) -> FormKey? {
    places[name].map { keys[$0] }
  }
}

/// One key of a mapping.
package struct FormKey: Sendable {
  /// How much a key is needed.
  package enum Need: Sendable {
    case required
    case optional
    /// Required, but what is said of its absence depends on the mapping, so its reader says it.
    case requiredByReader
    /// Required together with other keys, as a rule of the form says.
    case conditional
    /// A word of the language that cannot stand here, or not yet; its reader says why.
    case refused
  }

  /// The key as it is written.
  package let name: String
  /// How much it is needed.
  package let need: Need
  /// What stands behind it.
  package let value: ValueShape
  /// What it says.
  package let words: Words

  private init(_ name: String, _ need: Need, _ value: ValueShape, _ words: Words) {
    self.name = name
    self.need = need
    self.value = value
    self.words = words
  }

  static func required(_ name: String, _ value: ValueShape, id: String, en: String) -> FormKey {
    FormKey(name, .required, value, Words(id: id, en: en))
  }

  static func optional(_ name: String, _ value: ValueShape, id: String, en: String) -> FormKey {
    FormKey(name, .optional, value, Words(id: id, en: en))
  }

  static func requiredByReader(_ name: String, _ value: ValueShape, id: String, en: String) -> FormKey {
    FormKey(name, .requiredByReader, value, Words(id: id, en: en))
  }

  static func conditional(_ name: String, _ value: ValueShape, id: String, en: String) -> FormKey {
    FormKey(name, .conditional, value, Words(id: id, en: en))
  }

  static func refused(_ name: String) -> FormKey {
    FormKey(name, .refused, .text, Words(same: ""))
  }
}

/// What the keys of one mapping say about each other.
package enum KeyRule: Sendable {
  /// One of these keys stands there, and no second.
  case exactlyOne([String])
  /// One of these keys stands there at least.
  case atLeastOne([String])
  /// A key stands only beside one of these others.
  case only(String, beside: [String])
}

/// Keys of another form that may stand beside a key.
package struct BorrowedKeys: Sendable {
  /// The key beside which they stand.
  package let beside: String
  /// The form that they are of.
  package let form: FormName
  /// Those that may not stand here.
  package let except: [String]
}
