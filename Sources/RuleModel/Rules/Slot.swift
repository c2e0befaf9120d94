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
  /// Between what a group's combined value is brought to the scale.
  case goalposts(String)
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

extension Slot {
  /// The part that the slot is about; nil for what is about no part.
  package var part: String? {
    switch self {
    case .scale(let id), .missing(let id), .combine(let id), .goalposts(let id), .parent(let id), .weight(let id), .present(let id),
      .round(let id), .at(let id), .applies(let id):
      id
    case .rung, .missingByDefault, .zones: nil
    }
  }

  /// The same slot of the part `id`; what is about no part stays as it is.
  package func of(_ id: String) -> Slot {
    switch self {
    case .scale: .scale(id)
    case .missing: .missing(id)
    case .combine: .combine(id)
    case .goalposts: .goalposts(id)
    case .parent: .parent(id)
    case .weight: .weight(id)
    case .present: .present(id)
    case .round: .round(id)
    case .at: .at(id)
    case .applies: .applies(id)
    case .rung, .missingByDefault, .zones: self
    }
  }
}
