/// How many entities of a rung a survey is to visit in each entity of the rung above. It moves no score.
public enum ExpectedCount: Sendable, Equatable {
  /// A number of entities.
  public struct Number: Sendable, Hashable {
    /// How many.
    public let value: Int
    /// Whether more are expected as well.
    public let isLeast: Bool

    /// Makes a number.
    public init(_ value: Int, isLeast: Bool = false) {
      self.value = value
      self.isLeast = isLeast
    }

    /// Whether `count` entities are what is expected.
    public func admits(_ count: Int) -> Bool { isLeast ? count >= value : count == value }
  }

  /// What is expected in one entity of the rung above.
  public enum Sample: Sendable, Equatable {
    /// So many, whatever their kinds.
    case number(Number)
    /// So many of each kind; of a kind that is not named nothing is expected.
    case ofKinds([String: Number])
  }

  /// The same everywhere.
  case everywhere(Sample)
  /// By the kind of the entity of the top rung; of a kind that is not named nothing is expected.
  case byKind([String: Sample])
}
