/// A language in which timbang speaks to people.
public enum Language: String, Sendable, CaseIterable {
  /// Indonesian.
  case id
  /// English.
  case en
}
