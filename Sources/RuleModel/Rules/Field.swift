public import RuleDiagnostics

/// What a surveyor records for an entity of one rung.
public struct Field: Sendable, Equatable {
  /// What kind of value is recorded.
  public enum Kind: String, Sendable, CaseIterable {
    /// True or false.
    case yesNo = "yes_no"
    /// Any number within the range.
    case number
    /// A whole number, 0 or more.
    case count
    /// A whole number on an ordinal scale.
    case level
    /// One of a list of words.
    case choice
    /// Free text, never scored.
    case text
  }

  /// The name of the field.
  public let id: Marked<String>
  /// The rung on which it is recorded.
  public let rung: String
  /// What kind of value is recorded.
  public let kind: Kind
  /// The lowest and the highest value, if the rules give them.
  public let range: ClosedRange<Fraction>?
  /// The unit of measurement, such as minutes.
  public let unit: String?
  /// What people call it.
  public let label: Words
  /// Whether it may be left out without being called missing by a check.
  public let isOptional: Bool
  /// What it is taken to have been for everybody in years that did not record it; nil if nothing is said about them.
  public let backcast: Fraction?

  /// Makes a field.
  public init(
    id: Marked<String>, rung: String, kind: Kind, range: ClosedRange<Fraction>?, unit: String?, label: Words, isOptional: Bool,
    backcast: Fraction? = nil
  ) {
    self.id = id
    self.rung = rung
    self.kind = kind
    self.range = range
    self.unit = unit
    self.label = label
    self.isOptional = isOptional
    self.backcast = backcast
  }
}
