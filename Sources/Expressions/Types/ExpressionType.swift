internal import RuleDiagnostics

/// The type of a value.
public indirect enum ExpressionType: Sendable, Equatable {
  /// An exact number.
  case number
  /// True or false.
  case boolean
  /// A text.
  case string
  /// Nothing.
  case null
  /// A list whose items are all of one type.
  case list(ExpressionType)
  /// Named members, such as the fields of an institution.
  case record([String: ExpressionType])
  /// Not known before the run: an item of an empty list, or a value of which nothing is known yet.
  case any

  /// Returns the type that holds the values of both; nil if there is none.
  public func joined(with other: ExpressionType) -> ExpressionType? {
    switch (self, other) {
    case (.any, _): other
    case (_, .any): self
    case (.list(let a), .list(let b)): a.joined(with: b).map { .list($0) }
    default: self == other ? self : nil
    }
  }

  /// Whether a value of this type can stand where `wanted` is asked for.
  public func fits(_ wanted: ExpressionType) -> Bool {
    joined(with: wanted) != nil
  }

  /// What people call a value of this type.
  var words: Words {
    switch self {
    case .number: Words(id: "angka", en: "a number")
    case .boolean: Words(id: "benar atau salah", en: "true or false")
    case .string: Words(id: "teks", en: "a text")
    case .null: Words(same: "null")
    case .list(.any): Words(id: "daftar", en: "a list")
    case .list(let item): Words(id: "daftar berisi \(item.words.id)", en: "a list, each item \(item.words.en)")
    case .record: Words(id: "kumpulan anggota", en: "a record")
    case .any: Words(id: "nilai apa pun", en: "any value")
    }
  }
}

extension ExpressionType {
  /// The type of a value; nothing is known of a missing one.
  init(of value: ExpressionValue) {
    switch value {
    case .number: self = .number
    case .boolean: self = .boolean
    case .string: self = .string
    case .null: self = .null
    case .list(let items):
      self = .list(items.lazy.map { ExpressionType(of: $0) }.reduce(.any) { $0.joined(with: $1) ?? .any })
    case .record(let members): self = .record(members.mapValues { ExpressionType(of: $0) })
    case .unknown, .error: self = .any
    }
  }
}
