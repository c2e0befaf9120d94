public import RuleModel

/// What would bring an institution into a zone under the same rules, everything else as it is.
///
/// Every answer was scored again by the rules before it was put here.
public struct Target: Sendable {
  /// A total that cells, once raised, would give.
  public struct Outcome: Sendable {
    /// The exact total.
    public let total: Fraction
    /// Its zone.
    public let zone: ZoneStep?
    /// Whether it reaches the zone that was asked for.
    public let reaches: Bool
  }

  /// Indicators that are raised together, and what they give.
  public struct Answer: Sendable {
    /// The indicators, the most useful first.
    public let raised: [RaisedIndicator]
    /// What they give together.
    public let outcome: Outcome
  }

  /// What one entity of the second rung could do alone.
  public struct UnitAnswer: Sendable {
    /// The path of the entity.
    public let entity: String
    /// What people call it.
    public let name: String
    /// What everything in it at its best gives the institution.
    public let best: Outcome
    /// The fewest of its indicators that reach the zone; nil if it cannot.
    public let fewest: Answer?
  }

  /// An indicator that no answer raises, with the reason.
  public struct NotConsidered: Sendable, Hashable {
    /// The id of the part.
    public let part: String
    /// Why it is left alone.
    public let reason: Reason
    /// The paths of the entities that are left alone; empty if all are.
    public let entities: [String]
  }

  /// Why an indicator is left alone.
  public enum Reason: String, Sendable, CaseIterable {
    /// Its score is a formula, and which of its fields should move is not known.
    case formula
    /// It stands in a group whose goalposts are reversed, so that more of it gives less.
    case reversed
    /// The rules leave out what is missing, or count it as a fixed score.
    case missing
  }

  /// The rules.
  public let edition: Edition
  /// The path of the institution.
  public let entity: String
  /// What people call it.
  public let name: String
  /// The exact total now.
  public let total: Fraction
  /// The lowest step that counts as the zone that was asked for.
  public let step: ZoneStep
  /// Whether a colour was asked for, so that every step of that colour will do.
  public let isColour: Bool
  /// The lowest total that gives that step.
  public let threshold: ZoneThreshold
  /// What everything that is considered gives at its best.
  public let best: Outcome
  /// The indicators that suffice alone, each with its smallest floor: the fewest entities first.
  public let single: [Answer]
  /// The fewest indicators; nil if even all do not suffice, or none is needed.
  public let fewest: Answer?
  /// Whether no smaller number of indicators can do it: nothing in these rules makes indicators depend on each other.
  public let isFewestProven: Bool
  /// The indicators whose points count most in the total, so that the fewest points of indicators are needed.
  public let fewestPoints: Answer?
  /// What each entity of the second rung could do alone; empty if the ladder has one rung.
  public let units: [UnitAnswer]
  /// What is left alone.
  public let notConsidered: [NotConsidered]

  /// Whether the institution is in the zone, or above it, already.
  public var isReached: Bool { threshold.isReached(by: total) }
}
