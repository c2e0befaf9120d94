public import RuleDiagnostics

/// One step of the ladder of observed things, such as institution, unit, product.
public struct Rung: Sendable, Equatable {
  /// How the entities of a rung are combined into the entity above them.
  public enum Combine: Sendable, Equatable {
    case mean
    case sum
    case min
    case max
    case median
    /// A mean weighted by an observed field of each entity.
    case weightedByField(String)
    /// A mean weighted by each entity's kind.
    case weightedByKind([String: Fraction])
    /// A mean weighted by how many entities of a lower rung were surveyed in each entity.
    case weightedByCount(String)
  }

  /// The name of the rung.
  public let id: Marked<String>
  /// What people call it.
  public let label: Words
  /// The kinds of entities that may stand here; empty if any may.
  public let kinds: [String]
  /// How its entities are combined into the one above; of no use on the top rung.
  public let combine: Marked<Combine>
  /// How many of its entities are expected in each entity of the rung above; nil if nothing is said.
  public let count: Marked<ExpectedCount>?

  /// Makes a rung.
  public init(id: Marked<String>, label: Words, kinds: [String], combine: Marked<Combine>, count: Marked<ExpectedCount>? = nil) {
    self.id = id
    self.label = label
    self.kinds = kinds
    self.combine = combine
    self.count = count
  }
}
