public import RuleModel

/// The least that an indicator's observations have to be: what is worse is raised to it, what is as good or better stays.
public enum Floor: Sendable, Hashable {
  /// The better of two answers: true for yes.
  case answer(Bool)
  /// Values that are not below this one, in the unit of the field.
  case atLeast(Fraction)
  /// Values that are not above this one, where lower is better.
  case atMost(Fraction)
  /// Values that are worth at least these points, where neither end of the field is the better one.
  case worth(Fraction)
  /// So many of a checklist's items.
  case items(Int, of: Int)
}

/// A cell that an answer changes.
public struct RaisedCell: Sendable, Hashable {
  /// The field.
  public let field: String
  /// The rung of the entity, 0 for the top.
  public let rung: Int
  /// The path of the entity.
  public let entity: String
  /// What was recorded, or carried over from an earlier year; nil if nothing was.
  public let from: Fraction?
  /// What it has to be; yes is 1 and no is 0.
  public let to: Fraction
}

/// An indicator raised to a floor.
public struct RaisedIndicator: Sendable {
  /// The id of the part.
  public let part: String
  /// The floor.
  public let floor: Floor
  /// Whether the floor is the best there is.
  public let isBest: Bool
  /// The cells that change, in the order of the data.
  public let cells: [RaisedCell]
  /// In how many entities of the indicator's rung something changes.
  public let entities: Int
  /// How many entities of that rung could be raised at all, as far as the answer looks.
  public let considered: Int
  /// The rung of the indicator, 0 for the top.
  public let rung: Int
}
