public import RuleModel

/// What was recorded in one cell.
public enum ObservedValue: Sendable, Hashable {
  /// A number, a count, a level; yes is 1 and no is 0.
  case number(Fraction)
  /// A choice or free text.
  case text(String)

  /// The number, if it is one.
  public var number: Fraction? {
    guard case .number(let number) = self else { return nil }
    return number
  }
}
