import Expressions
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Intervals of results")
struct IntervalTests {
  private static let ranges: [String: Interval] = [
    "x": Interval(Fraction(0)...Fraction(10)), "y": Interval(Fraction(-2)...Fraction(3)), "n": Interval(atLeast: Fraction(0)),
    "p": Interval(Fraction(2)...Fraction(4)),
  ]

  @Test(arguments: [
    ("x + p", "[2, 14]"), ("x - p", "[-4, 8]"), ("x * y", "[-20, 30]"), ("-x", "[-10, 0]"), ("x / p", "[0, 5]"), ("p / -p", "[-2, -0.5]"),
    ("1 / n", "(0, ..)"), ("n * 2 + 1", "[1, ..)"), ("n * y", "(.., ..)"), ("q + 1", "(.., ..)"),
    ("abs(y)", "[0, 3]"), ("abs(-p)", "[2, 4]"), ("min(x, 5)", "[0, 5]"), ("max(x, 5)", "[5, 10]"), ("clamp(q, 0, 100)", "[0, 100]"),
    ("clamp(x, p, 100)", "[2, 10]"), ("sum(x, y, p)", "[0, 17]"), ("mean(x, y)", "[-1, 6.5]"), ("mean([x, p])", "[1, 7]"),
    ("round(x / 3, 1)", "[0, 3.3]"), ("floor(y / 2)", "[-1, 1]"), ("ceil(y / 2)", "[-1, 2]"), ("x % 4", "[0, 4)"), ("y % 4", "(-4, 4)"),
    ("x > 5 ? x : p", "[2, 10]"), ("x > 5 ? x - 5 : 5 - x", "[0, 5]"), ("p > 9 ? 1 : p", "[1, 4]"),
    ("sum([x, x].map(a, a + 1))", "[0, ..)"),
    ("mean([x, p].map(a, a * 2))", "[0, 20]"), ("[x, p][0]", "[0, 10]"), ("size([x])", "[0, ..)"), ("max(n, 3)", "[3, ..)"),
    ("x * 0", "[0, 0]"), ("n * 0", "[0, 0]"), ("100 * x / (x + p)", "[0, 500]"),
  ])
  func `every result lies in the interval`(text: String, expected: String) throws {
    #expect(try expression(text).intervals(Self.ranges).result?.description == expected)
  }

  private func divisions(_ text: String, given condition: String? = nil) throws -> [Range<Int>] {
    let report = try expression(text).intervals(Self.ranges, given: condition.map { try expression($0) })
    return report.findings.filter { $0.kind == .mayDivideByZero }.map(\.range)
  }

  @Test func `a divisor that may be zero is found at its place`() throws {
    #expect(try divisions("100 * p / x") == [10..<11])
    #expect(try divisions("1 / (x - 5)") == [4..<11])
    #expect(try divisions("1 % y + 2 / q") == [4..<5, 12..<13])
    #expect(try divisions("1 / p") == [])
    #expect(try divisions("1 / (x + 1)") == [])
    #expect(try divisions("[x].map(a, 1 / a)[0]") == [15..<16])
    let words = try expression("p / x").intervals(Self.ranges).findings.first
    #expect(words?.words.en == "the divisor `x` may be zero: [0, 10]")
  }

  @Test func `conditions guard what stands behind them`() throws {
    #expect(try divisions("x > 0 ? p / x : 0") == [])
    #expect(try divisions("x == 0 ? 0 : p / x") == [])
    #expect(try divisions("y != 0 ? p / y : 0") == [])
    #expect(try divisions("0 < x && x < 5 ? p / x : 0") == [])
    #expect(try divisions("!(x <= 0) ? p / x : 0") == [])
    #expect(try divisions("x == 0 || x > 5 ? 0 : p / x") == [])
    #expect(try divisions("x >= 0 ? p / x : 0") == [13..<14])
    #expect(try divisions("x > 0 && p / x > 1") == [])
    #expect(try divisions("p / x > 1 && x > 0") == [])
    #expect(try divisions("x == 0 || p / x > 1") == [])
    #expect(try divisions("x == 0 && p / x > 1").count == 1)
    #expect(try divisions("[x].filter(a, a > 0).map(a, 1 / a)[0]") == [])
    #expect(try divisions("[x].map(a, a > 0, 1 / a)[0]") == [])
    #expect(try divisions("100 * p / n", given: "n > 0") == [])
    #expect(try divisions("100 * p / n", given: "n > 0 && x > 1") == [])
    #expect(try divisions("100 * p / n", given: "n > 0 || x > 1").count == 1)
    #expect(try divisions("p / (n + q)", given: "n > 0").count == 1)
  }

  @Test func `a result outside the scale and rounding inside are found`() throws {
    let scale = Fraction(0)...Fraction(100)
    let found = { (text: String) in
      try expression(text).intervals(Self.ranges, scale: scale).findings.map { "\($0.kind.rawValue) \($0.range)" }
    }
    #expect(try found("x * 10") == [])
    #expect(try found("x * 11") == ["may_leave_scale 0..<6"])
    #expect(try found("y") == ["may_leave_scale 0..<1"])
    #expect(
      try found("round(x, 1) + floor(x)") == [
        "rounds_inside 0..<11", "rounds_inside 14..<22",
      ])
    #expect(try found("clamp(n, 0, 100)") == [])
    #expect(try found("x > 1") == [])
    #expect(try expression("x > 1").intervals(Self.ranges).result == nil)
    let words = try expression("x * 11").intervals(Self.ranges, scale: scale).findings.first
    #expect(words?.words.en == "the result may leave the scale [0, 100]: [0, 110]")
    #expect(words?.help?.en.contains("clamp(.., 0, 100)") == true)
  }
}
