/// A value together with the place where the user wrote it.
public struct Marked<Value> {
  /// What was written.
  public let value: Value
  /// Where it was written.
  public let range: SourceRange

  /// Pairs a value with its place.
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Marked: Sendable where Value: Sendable {}
extension Marked: Equatable where Value: Equatable {}
extension Marked: Hashable where Value: Hashable {}
