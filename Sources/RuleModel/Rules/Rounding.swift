/// A declared rounding of a part.
public struct Rounding: Sendable, Equatable, Hashable {
  /// The number of decimals kept, 0 to 12.
  public let places: Int
  /// What happens to the digits that are cut.
  public let mode: RoundingMode
  /// The rungs on which the part is rounded on its way up; nil means where it is combined for the last time.
  public let rungs: [String]?

  /// Makes a rounding.
  public init(places: Int, mode: RoundingMode, rungs: [String]?) {
    self.places = places
    self.mode = mode
    self.rungs = rungs
  }

  /// Returns `value` rounded.
  public func callAsFunction(_ value: Fraction) -> Fraction {
    value.rounded(places: places, mode: mode)
  }
}
