import Dice
import BigInt
import RuleModel
import Testing

@Suite("Rounding")
struct FractionRoundingTests {
  /// One number, and what it is in each mode.
  struct Sample: CustomTestStringConvertible, Sendable {
    let number: String
    let places: Int
    let halfUp: String
    let halfEven: String
    let up: String
    let down: String

    init(_ number: String, _ places: Int, halfUp: String, halfEven: String, up: String, down: String) {
      self.number = number
      self.places = places
      self.halfUp = halfUp
      self.halfEven = halfEven
      self.up = up
      self.down = down
    }

    var testDescription: String { "\(number) to \(places)" }
  }

  static let samples = [
    Sample("77.995", 2, halfUp: "78.00", halfEven: "78.00", up: "78.00", down: "77.99"),
    Sample("77.985", 2, halfUp: "77.99", halfEven: "77.98", up: "77.99", down: "77.98"),
    Sample("77.9949", 2, halfUp: "77.99", halfEven: "77.99", up: "78.00", down: "77.99"),
    Sample("77.99", 2, halfUp: "77.99", halfEven: "77.99", up: "77.99", down: "77.99"),
    Sample("0.005", 2, halfUp: "0.01", halfEven: "0.00", up: "0.01", down: "0.00"),
    Sample("0.015", 2, halfUp: "0.02", halfEven: "0.02", up: "0.02", down: "0.01"),
    Sample("0.0049", 2, halfUp: "0.00", halfEven: "0.00", up: "0.01", down: "0.00"),
    Sample("-0.005", 2, halfUp: "-0.01", halfEven: "0.00", up: "-0.01", down: "0.00"),
    Sample("-0.015", 2, halfUp: "-0.02", halfEven: "-0.02", up: "-0.02", down: "-0.01"),
    Sample("-0.0049", 2, halfUp: "0.00", halfEven: "0.00", up: "-0.01", down: "0.00"),
    Sample("-11.875", 2, halfUp: "-11.88", halfEven: "-11.88", up: "-11.88", down: "-11.87"),
    Sample("-77.995", 2, halfUp: "-78.00", halfEven: "-78.00", up: "-78.00", down: "-77.99"),
    Sample("0.5", 0, halfUp: "1", halfEven: "0", up: "1", down: "0"),
    Sample("1.5", 0, halfUp: "2", halfEven: "2", up: "2", down: "1"),
    Sample("2.5", 0, halfUp: "3", halfEven: "2", up: "3", down: "2"),
    Sample("-2.5", 0, halfUp: "-3", halfEven: "-2", up: "-3", down: "-2"),
    Sample("-0.4", 0, halfUp: "0", halfEven: "0", up: "-1", down: "0"),
    Sample("99.995", 2, halfUp: "100.00", halfEven: "100.00", up: "100.00", down: "99.99"),
    Sample("100/3", 4, halfUp: "33.3333", halfEven: "33.3333", up: "33.3334", down: "33.3333"),
    Sample("200/3", 1, halfUp: "66.7", halfEven: "66.7", up: "66.7", down: "66.6"),
    Sample("0", 3, halfUp: "0.000", halfEven: "0.000", up: "0.000", down: "0.000"),
  ]

  @Test(arguments: samples)
  func `each mode cuts as it says`(sample: Sample) throws {
    let number = try #require(Fraction(exact: sample.number))
    let modes: [(RoundingMode, String)] = [
      (.halfUp, sample.halfUp), (.halfEven, sample.halfEven), (.up, sample.up), (.down, sample.down),
    ]
    #expect(modes.count == RoundingMode.allCases.count)
    for (mode, expected) in modes {
      #expect(number.fixedText(places: sample.places, mode: mode) == expected, "\(mode)")
      #expect(number.rounded(places: sample.places, mode: mode) == Fraction(decimal: expected), "\(mode)")
    }
  }

  @Test(arguments: Dice.seeds)
  func `every mode takes the neighbour that it names, at any size`(seed: UInt64) {
    var dice = Dice(seed: seed)
    for round in 0..<150 {
      let (number, long) = dice.number()
      let places = Int.random(in: 0...12, using: &dice)
      for mode in RoundingMode.allCases {
        let units = long.units(places: places, mode: mode)
        expect(
          number.rounded(places: places, mode: mode), is: LongFraction(units, BigInt(10).power(places)),
          "seed \(seed), round \(round): \(number) to \(places), \(mode)")
      }
    }
  }

  @Test(arguments: Dice.seeds)
  func `a tie made on purpose goes away from zero or to the even digit`(seed: UInt64) {
    var dice = Dice(seed: seed)
    for round in 0..<150 {
      let places = Int.random(in: 0...6, using: &dice)
      let unit = Int.random(in: -100_000...100_000, using: &dice)
      let power = (0..<places).reduce(1) { product, _ in product * 10 }
      let tie = Fraction(2 * unit + 1, 2 * power)
      let place: Comment = "seed \(seed), round \(round): \(tie) to \(places)"
      let (lower, upper) = (Fraction(unit, power), Fraction(unit + 1, power))
      #expect(tie.rounded(places: places, mode: .halfUp) == (unit >= 0 ? upper : lower), place)
      #expect(tie.rounded(places: places, mode: .halfEven) == (unit.isMultiple(of: 2) ? lower : upper), place)
    }
  }

  @Test(arguments: RoundingMode.allCases)
  func `what is rounded stays as it is when it is rounded again`(mode: RoundingMode) {
    for n in -50...50 {
      let once = Fraction(n, 7).rounded(places: 3, mode: mode)
      #expect(once.rounded(places: 3, mode: mode) == once)
      #expect(once.rounded(places: 9, mode: mode) == once)
    }
  }

  @Test func `a declared rounding is applied by calling it`() throws {
    let tie = try #require(Fraction(decimal: "62.45"))
    #expect(Rounding(places: 1, mode: .halfEven, rungs: nil)(tie) == Fraction(decimal: "62.4"))
    #expect(Rounding(places: 1, mode: .halfUp, rungs: nil)(tie) == Fraction(decimal: "62.5"))
  }
}
