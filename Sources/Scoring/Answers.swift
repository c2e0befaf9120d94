public import RuleModel

/// What was observed of one entity and of everyone below it: the filled-in form of a unit, say.
public struct Answers: Sendable {
  /// The rung of the entity, 0 for the top.
  public let rung: Int
  /// For each rung from the entity's own down, but the lowest, the stretch of the next rung that belongs to each entity.
  public let below: [[Range<Int>]]
  /// For each rung from the entity's own down the kinds of its entities; nil where nothing is weighed by kind.
  public let kinds: [[String?]]
  /// The values by the number of the field (``Decider/field(_:)``) and by entity of the field's rung; nil where nothing was recorded. Fields
  /// of a rung above the entity's have none.
  public let cells: [[Fraction?]]

  /// Makes the answers of one entity.
  public init(rung: Int, below: [[Range<Int>]], kinds: [[String?]], cells: [[Fraction?]]) {
    self.rung = rung
    self.below = below
    self.kinds = kinds
    self.cells = cells
  }
}

/// What the rules make of one entity.
public struct Decision: Sendable {
  /// A value on the way: a part of one entity on one rung.
  public struct Step: Sendable, Equatable {
    /// The number of the part, parents first.
    public let part: Int
    /// The rung, 0 for the top.
    public let rung: Int
    /// The entity, counted on its rung among those that were given.
    public let entity: Int
    /// The value; nil if there is none.
    public let value: Fraction?
  }

  /// The value of the whole; nil if no part has one.
  public let value: Fraction?
  /// Every value on the way, what was needed before what needed it; empty unless it was asked for.
  public let steps: [Step]
}
