public import RuleModel

/// All numbers between two ends, either of which may be left out of it or lie beyond all bounds.
public struct Interval: Sendable, Equatable {
  /// One end of an interval.
  public struct End: Sendable, Equatable {
    /// The number at the end.
    public let value: Fraction
    /// Whether the number itself is not in the interval.
    public let isOpen: Bool

    /// Makes an end.
    public init(_ value: Fraction, isOpen: Bool = false) {
      self.value = value
      self.isOpen = isOpen
    }
  }

  /// The lower end; nil if there is none.
  public let low: End?
  /// The upper end; nil if there is none.
  public let high: End?
  /// Whether 0 is known not to be in the interval though both ends lie around it.
  public let excludesZero: Bool

  /// Makes an interval.
  public init(low: End?, high: End?, excludesZero: Bool = false) {
    self.low = low
    self.high = high
    self.excludesZero = excludesZero
  }

  /// Makes the interval of a range, both ends included.
  public init(_ range: ClosedRange<Fraction>) {
    self.init(low: End(range.lowerBound), high: End(range.upperBound))
  }

  /// Makes the interval of one number.
  public init(_ value: Fraction) {
    self.init(low: End(value), high: End(value))
  }

  /// Makes the interval of `value` and all numbers above.
  public init(atLeast value: Fraction) {
    self.init(low: End(value), high: nil)
  }

  /// All numbers.
  public static let all = Interval(low: nil, high: nil)

  /// Whether 0 may be meant.
  public var containsZero: Bool { !excludesZero && contains(.zero) }

  /// Whether `value` lies between the ends.
  public func contains(_ value: Fraction) -> Bool {
    if let low, value < low.value || (low.isOpen && value == low.value) { return false }
    if let high, value > high.value || (high.isOpen && value == high.value) { return false }
    return true
  }

  /// Whether all of the interval lies in `range`.
  public func isInside(_ range: ClosedRange<Fraction>) -> Bool {
    guard let low, let high else { return false }
    return low.value >= range.lowerBound && high.value <= range.upperBound
  }

  /// Whether no number lies between the ends.
  var isEmpty: Bool {
    guard let low, let high else { return false }
    return low.value > high.value || (low.value == high.value && (low.isOpen || high.isOpen || (excludesZero && low.value.isZero)))
  }
}

extension Interval: CustomStringConvertible {
  /// `[0, 100]`, `(0, ..)`: a round bracket leaves its number out, two dots stand where there is no end.
  public var description: String {
    let left = low.map { ($0.isOpen ? "(" : "[") + $0.value.decimalText(atMost: 6) } ?? "(.."
    let right = high.map { $0.value.decimalText(atMost: 6) + ($0.isOpen ? ")" : "]") } ?? "..)"
    return left + ", " + right
  }
}
