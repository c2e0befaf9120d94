public import RuleModel

/// For which engine and over which tables a text is written.
public struct SQLSettings: Sendable {
  /// The engine.
  public let dialect: SQLDialect
  /// How many decimals recorded numbers have; the table holds them as whole numbers of the last one.
  public let decimals: Int
  /// How many entities of a rung stand in one of the rung above at most; institutions with more are refused.
  public let most: Int
  /// The table of observations; of the later year where there are two.
  public let observations: String
  /// The table of observations of the earlier year, for explanations.
  public let earlierObservations: String
  /// The table of kinds.
  public let entities: String

  /// Makes settings. `decimals` may be 0 to 6, `most` 1 to a million.
  public init(
    _ dialect: SQLDialect, decimals: Int = 2, most: Int = 10_000, observations: String = "observation", entities: String = "entity",
    earlierObservations: String = "observation_earlier"
  ) {
    precondition((0...6).contains(decimals) && (1...1_000_000).contains(most), "settings beyond what a text can hold")
    (self.dialect, self.decimals, self.most) = (dialect, decimals, most)
    (self.observations, self.entities, self.earlierObservations) = (observations, entities, earlierObservations)
  }

  /// The same over the table of the earlier year.
  var ofEarlierYear: SQLSettings {
    SQLSettings(dialect, decimals: decimals, most: most, observations: earlierObservations, entities: entities)
  }

  /// How many units of the last decimal make 1.
  var unit: Int { Int(Fraction.powersOfTen[decimals]) }

  /// The column of recorded values, which says in which unit they stand.
  public var valueColumn: String { "value_e\(decimals)" }

  /// A number in units of the last decimal; nil if it has more decimals, or too many digits.
  public func whole(_ number: Fraction) -> Int? { (number * Fraction(unit)).int }

  /// The whole units from a number on; nil if there are too many.
  func ceiling(_ number: Fraction) -> Int? { floor(-number).map { -$0 } }

  /// The whole units up to a number; nil if there are too many.
  func floor(_ number: Fraction) -> Int? {
    let scaled = number * Fraction(unit)
    let cut = scaled.rounded(places: 0, mode: scaled.signum < 0 ? .up : .down)
    return cut.int.flatMap { $0.magnitude < 1 << 62 ? $0 : nil }
  }

  /// The distance between two values that a field may hold, in units of the last decimal.
  func step(of field: Field) -> Int { [.number, .choice, .text].contains(field.kind) ? 1 : unit }

  /// The lowest and the highest value that a field may hold, in units of the last decimal; nil where the rules set none.
  func range(of field: Field) -> (low: Int?, high: Int?) {
    switch field.kind {
    case .yesNo: return (0, unit)
    case .count, .number, .level:
      let low = field.range.flatMap { ceiling($0.lowerBound) } ?? (field.kind == .number ? nil : 0)
      return (low, field.range.flatMap { floor($0.upperBound) })
    case .choice, .text: return (nil, nil)
    }
  }
}
