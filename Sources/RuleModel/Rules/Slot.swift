/// One thing about a year's rules that can differ from another year's.
///
/// A named change claims slots; a comparison of two editions finds the slots that differ and asks who claims them.
public enum Slot: Sendable, Hashable {
  /// The scale of an indicator, with the fields it reads.
  case scale(String)
  /// What a missing observation does to a part and, unless they say otherwise, to those below it.
  case missing(String)
  /// How a group combines its parts.
  case combine(String)
  /// The group in which a part stands.
  case parent(String)
  /// The weight of a part.
  case weight(String)
  /// Whether a part exists.
  case present(String)
  /// How a part is rounded.
  case round(String)
  /// The rung on which a group weighs its parts.
  case at(String)
  /// How a rung's entities are combined into the one above.
  case rung(String)
  /// When a part applies, and what it is worth where it does not.
  case applies(String)
  /// The policy for missing observations that holds where no part says otherwise.
  case missingByDefault
  /// The zone lines.
  case zones
}
