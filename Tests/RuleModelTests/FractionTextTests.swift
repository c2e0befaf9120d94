import Dice
import BigInt
import RuleModel
import Testing

@Suite("Numbers as text")
struct FractionTextTests {
  @Test(arguments: [
    ("0", 0, 1), ("-0", 0, 1), ("0.0", 0, 1), ("-0.00", 0, 1), ("7", 7, 1), ("-3", -3, 1), ("21.85", 437, 20), ("0.10", 1, 10),
    ("10", 10, 1), ("100.00", 100, 1), ("-0.005", -1, 200), ("9223372036854775807", Int.max, 1),
  ])
  func `decimals are read exactly`(text: String, numerator: Int, denominator: Int) {
    #expect(Fraction(decimal: text) == Fraction(numerator, denominator))
    #expect(Fraction(exact: text) == Fraction(numerator, denominator))
  }

  @Test(arguments: [
    ("100/3", 100, 3), ("-100/3", -100, 3), ("100/-3", -100, 3), ("-1/-2", 1, 2), ("0.5/0.25", 2, 1), ("0/7", 0, 1),
    ("6/4", 3, 2), ("33.3/100", 333, 1000),
  ])
  func `a decimal over a decimal is read exactly`(text: String, numerator: Int, denominator: Int) {
    #expect(Fraction(exact: text) == Fraction(numerator, denominator))
    #expect(Fraction(decimal: text) == nil)
  }

  @Test(arguments: [
    "", "-", "--1", "+1", ".5", "-.5", "1.", "1.-5", "1..5", "1.2.3", "01", "00", "-01", "00.5", "1e3", "1E3", "0x10", "1_000", "1,5",
    "1.000,5", " 1", "1 ", "1 000", "1\n", "\u{0}1", "1\u{0}", "½", "١", "１", "−1", "NaN", "inf", "-inf", ".inf", "true", "1%", "$1", "٫",
  ])
  func `nothing else is a number`(text: String) {
    #expect(Fraction(decimal: text) == nil)
    #expect(Fraction(exact: text) == nil)
  }

  @Test(arguments: [
    "1/0", "1/0.00", "0/0", "1/-0", "/3", "3/", "/", "1/2/3", "1 / 3", "1/ 3", "-/3", "1//2", "1/3.", "1/+3", "1/03", "1:3",
  ])
  func `nothing else is a fraction`(text: String) {
    #expect(Fraction(exact: text) == nil)
  }

  @Test func `a number of the longest text is read, and one character more is not`() {
    let longest = "1" + String(repeating: "9", count: Fraction.longestText - 1)
    #expect(Fraction(decimal: longest)?.exactText == longest)
    #expect(Fraction(decimal: longest + "9") == nil)
    let small = "-0." + String(repeating: "0", count: Fraction.longestText - 4) + "1"
    #expect(small.count == Fraction.longestText)
    #expect(Fraction(decimal: small)?.exactText == "-1/1" + String(repeating: "0", count: Fraction.longestText - 3))
    #expect(Fraction(decimal: small + "0") == nil)
    #expect(Fraction(exact: "\(longest)/\(longest)") == .one)
    #expect(Fraction(exact: "1/\(longest)9") == nil)
  }

  @Test func `a piece of a longer text is read by itself`() throws {
    let line = "bobot=21.85;"
    let piece = try #require(line.split(separator: "=").last?.dropLast())
    #expect(Fraction(decimal: piece) == Fraction(437, 20))
  }

  @Test func `the exact text is a whole number or a reduced fraction`() {
    #expect(Fraction(155, 2).exactText == "155/2" && Fraction(76).exactText == "76" && Fraction(-6, 4).exactText == "-3/2")
    #expect(Fraction.zero.exactText == "0" && "\(Fraction(100, 3))" == "100/3")
  }

  @Test func `the decimal text ends where the number ends, or after the given digits`() {
    #expect(Fraction(decimal: "84.4847875")?.decimalText() == "84.4847875")
    #expect(Fraction(100, 3).decimalText() == "33.333333333333")
    #expect(Fraction(200, 3).decimalText(atMost: 4) == "66.6667")
    #expect(Fraction(100).decimalText() == "100" && Fraction(100).decimalText(atMost: 0) == "100")
    #expect(Fraction(-1, 3).decimalText(atMost: 2) == "-0.33" && Fraction(-1, 2).decimalText() == "-0.5")
    #expect(Fraction(1999, 1000).decimalText(atMost: 2) == "2" && Fraction(5, 2).decimalText(atMost: 0) == "3")
  }

  @Test func `nothing is ever shown as less than nothing`() {
    for n in 1...49 {
      let little = -Fraction(n, 10_000)
      #expect(little.fixedText(places: 2) == "0.00")
      #expect(little.fixedText(places: 0) == "0")
      #expect(little.decimalText(atMost: 2) == "0")
      #expect(little.decimalText(atMost: 0) == "0")
      #expect(little.fixedText(places: 2, mode: .down) == "0.00")
      #expect(little.fixedText(places: 2, mode: .up) == "-0.01")
    }
    #expect((-Fraction.zero).fixedText(places: 2) == "0.00")
  }

  @Test(arguments: Dice.seeds)
  func `a fixed text has its places and is the rounded number`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for round in 0..<200 {
      let (number, long) = dice.number()
      let places = Int.random(in: 0...12, using: &dice)
      let mode = RoundingMode.allCases.randomElement(using: &dice) ?? .up
      let text = number.fixedText(places: places, mode: mode)
      let place: Comment = "seed \(seed), round \(round): \(number) to \(places), \(mode): \(text)"
      let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
      #expect(pieces.count == (places == 0 ? 1 : 2) && (places == 0 || pieces[1].count == places), place)
      #expect(BigInt(text.filter { $0 != "." }, radix: 10) == long.units(places: places, mode: mode), place)
      #expect(!text.hasPrefix("-") || text.contains { ("1"..."9").contains($0) }, place)
      #expect(!text.drop { $0 == "-" }.hasPrefix("0") || pieces[0].drop { $0 == "-" } == "0", place)
    }
  }

  @Test(arguments: Dice.seeds)
  func `what a number says of itself is read back as the same number`(seed: UInt64) {
    var dice = Dice(seed: seed)
    for _ in 0..<200 {
      let (number, _) = dice.number()
      #expect(Fraction(exact: number.exactText) == number, "seed \(seed)")
      let short = Fraction(Int.random(in: -1_000_000...1_000_000, using: &dice), 10_000)
      #expect(Fraction(decimal: short.decimalText()) == short, "seed \(seed)")
    }
  }
}
