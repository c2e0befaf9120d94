public import RuleModel

/// Weights that nobody is sure of: each is drawn anew around the one that the rules say, evenly and independently of the others.
///
/// A weight becomes w (1 + s u), with s the spread and u one of 131072 numbers that lie evenly between -1 and 1: the odd multiples of
/// 1/131072. So every drawn weight is an exact decimal, and the mean of all that can be drawn is w.
public struct WeightNoise: Sendable, Equatable {
  /// How far a weight can go to either side, in percent of it: more than 0 and less than 100.
  public let spread: Fraction
  /// The number of draws, at least 1.
  public let draws: Int
  /// What the draws are made from: the same seed gives the same draws.
  public let seed: UInt64

  /// How finely the way from -1 to 1 is cut.
  static let steps = 131_072

  /// Makes noise; nil if the spread is not between 0 and 100, if its parts are larger than a million, or without draws.
  public init?(spread: Fraction, draws: Int, seed: UInt64) {
    guard draws > 0, spread > .zero, spread < Fraction(100), let share = (spread / Fraction(100)).small, share.denominator <= 100_000_000
    else { return nil }
    self.spread = spread
    self.draws = draws
    self.seed = seed
  }

  /// The share of a weight that it can gain or lose.
  var share: (numerator: Int, denominator: Int) {
    let parts = (spread / Fraction(100)).small ?? (0, 1)
    return (Int(parts.numerator), Int(parts.denominator))
  }

  /// What every factor is a whole multiple of: a factor is its number over this.
  var unit: Int { WeightNoise.steps * share.denominator }

  /// The largest number of a factor.
  var largest: Int { unit + share.numerator * (WeightNoise.steps - 1) }

  /// The numbers of the factors of one draw, for `count` weights.
  func factors(of draw: Int, count: Int) -> [Int] {
    var generator = generator(from: draw, count: count)
    let (unit, numerator) = (unit, share.numerator)
    return (0..<count).map { _ in unit + numerator * WeightNoise.step(&generator) }
  }

  /// The generator before the first number of a draw of `count` weights.
  func generator(from draw: Int, count: Int) -> SeededGenerator { SeededGenerator(seed: seed, at: draw * count) }

  /// The next step of the way from -1 to 1, an odd number of 131072ths.
  static func step(_ generator: inout SeededGenerator) -> Int { 2 * Int(generator.next() >> 47) - (steps - 1) }
}
