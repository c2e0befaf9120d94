/// A key of something in a rule file that a named change wrote, whether it can move a score or not.
public struct EditedKey: Sendable, Hashable {
  /// What sort of thing was edited. A part, a field and a rung may have the same name.
  public enum Kind: Sendable, Hashable {
    case part, source, rung, field, defaults, flag, zones
  }

  /// What sort of thing was edited.
  public let kind: Kind
  /// Its name at that moment; `defaults` and `zones` are their own.
  public let name: String
  /// The key, as rule files write it; `id` where the thing itself came, went or was replaced.
  public let key: String

  /// Makes a key.
  public init(_ kind: Kind, _ name: String, _ key: String) {
    self.kind = kind
    self.name = name
    self.key = key
  }
}
