import Dice
import RuleModel
import Testing

/// The weighted mean, brought to one denominator where that is possible.
@Suite("Weighted means")
struct WeightedMeanTests {
  @Test(arguments: Dice.seeds)
  func `it is the sum of the products over the sum of the weights, whatever the size of the numbers`(seed: UInt64) {
    var dice = Dice(seed: seed)
    for round in 0..<500 {
      let isSmall = round % 2 == 0
      let members = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
        (weight: positive(&dice, isSmall), value: isSmall ? decimal(&dice) : dice.number().fraction)
      }
      var products = Fraction.zero
      var weights = Fraction.zero
      for member in members {
        products += member.weight * member.value
        weights += member.weight
      }
      #expect(Fraction.weightedMean(members) == products / weights, "seed \(seed), round \(round): \(members)")
    }
  }

  private func positive(_ dice: inout Dice, _ isSmall: Bool) -> Fraction {
    let value = isSmall ? decimal(&dice) : dice.number().fraction
    return value.isZero ? .one : value.magnitude
  }

  /// A number as rules have them: hundredths, thirds, sevenths.
  private func decimal(_ dice: inout Dice) -> Fraction {
    Fraction(Int.random(in: -20_000...20_000, using: &dice), [1, 3, 7, 100, 10_000].randomElement(using: &dice) ?? 1)
  }

  @Test func `thirds and hundredths by hand`() {
    // (21.85 x 100/3 + 78.15 x 0.01) / 100 = 437/60 + 1563/200000: 21.85/3 = 437/60, 0.7815/100 = 1563/200000.
    let mean = Fraction.weightedMean([
      (weight: Fraction(437, 20), value: Fraction(100, 3)), (weight: Fraction(1563, 20), value: Fraction(1, 100)),
    ])
    #expect(mean == Fraction(437, 60) + Fraction(1563, 200_000))
  }
}
