public import RuleModel

/// What an evaluation knows about one field of one entity.
public enum Cell: Sendable, Hashable {
  /// It was recorded.
  case value(Fraction)
  /// A text was recorded: a choice, a remark.
  case text(String)
  /// It should have been recorded and was not.
  case missing
  /// Nobody could have recorded it: a field of one year on an entity that was surveyed in the other year only.
  case unseen
}
