/// How parts of one edition continue in the next, where their ids alone do not say it.
public struct PartLink: Sendable, Equatable, Hashable {
  /// What became of the parts.
  public enum Kind: String, Sendable, CaseIterable {
    /// The same part with the same meaning.
    case same
    /// The same part under another id.
    case renamed
    /// The same part in another group.
    case moved
    /// One part became several that together mean the same.
    case split
    /// Several parts became one that means the same.
    case merged
    /// The same part with a stricter scale.
    case narrowed
    /// The same part with a wider scale.
    case widened
    /// A part without a forerunner.
    case new
    /// A part without a successor.
    case dropped
  }

  /// What became of the parts.
  public let kind: Kind
  /// The ids in the earlier edition.
  public let from: [String]
  /// The ids in the later edition.
  public let to: [String]
  /// The named change to which it belongs, if it says so.
  public let change: String?
  /// How sure its authors are of it, and why.
  public let grounds: Grounds

  /// Makes a link.
  public init(kind: Kind, from: [String], to: [String], change: String? = nil, grounds: Grounds = .unsaid) {
    self.kind = kind
    self.from = from
    self.to = to
    self.change = change
    self.grounds = grounds
  }
}

/// A field that goes on under another name, or with other values.
public struct FieldLink: Sendable, Equatable, Hashable {
  /// The name in the earlier edition.
  public let from: String
  /// The name in the later edition.
  public let to: String
  /// What each value of the earlier edition reads in the later one; empty if values stay what they are.
  public let values: [Fraction: Fraction]
  /// The named change to which it belongs, if it says so.
  public let change: String?
  /// How sure its authors are of it, and why.
  public let grounds: Grounds

  /// Makes a link.
  public init(from: String, to: String, values: [Fraction: Fraction] = [:], change: String? = nil, grounds: Grounds = .unsaid) {
    self.from = from
    self.to = to
    self.values = values
    self.change = change
    self.grounds = grounds
  }

  /// Returns what an earlier value reads in the later edition; nil if the rules do not say.
  public func forward(_ value: Fraction) -> Fraction? { values[value] }

  /// Returns the highest earlier value that reads no more than a later one, or else the one that reads least: what it would have been
  /// before. Complexity: linear in the number of values.
  public func back(_ value: Fraction) -> Fraction? {
    let reached = values.filter { $0.value <= value }
    return reached.isEmpty
      ? values.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key : reached.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}

/// A field of an earlier edition that is said to be recorded no more.
public struct DroppedField: Sendable, Equatable, Hashable {
  /// Its name there.
  public let id: String
  /// The named change to which that belongs, if the rules say so.
  public let change: String?
  /// How sure the authors are of it, and why.
  public let grounds: Grounds

  /// Makes a dropped field.
  public init(_ id: String, change: String? = nil, grounds: Grounds = .unsaid) {
    self.id = id
    self.change = change
    self.grounds = grounds
  }
}
