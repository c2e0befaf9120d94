import Dice
import RuleModel
import Testing

@testable import Expressions

@Suite("Hostile expressions")
struct HostileInputTests {
  private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test(arguments: [
    (many("(", 2000) + "1", ExpressionProblem.Kind.tooDeep), (many("(", 65) + "1" + many(")", 65), .tooDeep), (many("[", 2000), .tooDeep),
    (many("-", 4000) + "1", .tooDeep), (many("!", 65) + "true", .tooDeep),
    ("a" + many(".b", 2000), .tooDeep), ("a" + many("[0]", 1000), .tooDeep), (many("a?b:", 1000) + "c", .tooDeep),
    (many("abs(", 500) + "1", .tooDeep), ("xs" + many(".map(x,x)", 400), .tooDeep), (many("xs.all(x,", 400), .tooDeep),
    (many("1+", 3000) + "1", .tooLong), ("'" + many("é", 3000) + "'", .tooLong), (many(" ", 5000), .tooLong),
    (many("if(a,", 500), .tooDeep),
  ])
  func `depth and length are limited`(text: String, kind: ExpressionProblem.Kind) throws {
    #expect(try refusal(text).kind == kind)
  }

  @Test func `what stays within the limits is read and evaluated`() throws {
    #expect(outcome(Self.many("1+", 2000) + "1") == "2001")
    #expect(outcome(Self.many("true&&", 600) + "t") == "true")
    #expect(outcome(Self.many("(", 63) + "1" + Self.many(")", 63)) == "1")
    #expect(outcome(Self.many("-", 62) + "1") == "1")
    #expect(outcome(Self.many("f?1:", 60) + "2") == "2")
    #expect(outcome("[" + Self.many("1,", 2000) + "]" + ".size()") == "2000")
    let deep = try expression(Self.many("1+(", 60) + "1" + Self.many(")", 60))
    #expect(try expression(deep.description) == deep)
  }

  private static let large: [String: ExpressionValue] = [
    "xxl": .list((1...9000).map { .number(Fraction($0)) }), "long": .string(String(repeating: "a", count: 8000)),
    "bigs": .list(
      (1...5000).compactMap { Fraction(decimal: "12345678901234567890123.1234567890123456789\($0)").map { .number($0) } }),
  ]

  /// Each would take ages or all memory without its limit; a tenth of the steps is enough to see it.
  @Test(arguments: [
    ("[3]" + many(".map(x,x*x)", 60) + "[0]", "number_too_long"),
    ("[1/3+1/7]" + many(".map(x,x*x+1/x)", 30) + "[0]", "number_too_long"),
    ("['ab']" + many(".map(x,x+x)", 60) + "[0]", "text_too_long"),
    ("[[1]]" + many(".map(x,x+x)", 60) + "[0]", "list_too_long"),
    ("[[1]]" + many(".map(x,[x,x])", 60) + "[0]", "list_too_long"),
    ("[[1]]" + many(".map(x,[x,x])", 10) + "==[[1]]" + many(".map(x,[x,x])", 10), "true"),
    ("xxl.all(x, xxl.all(y, xxl.all(z, x + y + z > 0)))", "too_many_steps"),
    ("xxl.map(x, xxl).size()", "list_too_long"), ("xxl.all(x, x in xxl && 5000 in xxl)", "too_many_steps"),
    ("xxl.map(x, xxl == xxl).size()", "too_many_steps"),
    ("xxl.all(x, sum(xxl) > 0 || true)", "too_many_steps"), ("xxl.exists(x, xxl.map(y, y / 3).size() < 0)", "too_many_steps"),
    ("xxl.map(x, xxl.map(y, x * y).size())", "too_many_steps"), ("bigs.all(x, bigs.all(y, x / y * x + y > 0))", "too_many_steps"),
    ("bigs.all(x, min(bigs) == max(bigs) || true)", "too_many_steps"), ("bigs.all(x, bigs.all(y, x / x == 1))", "too_many_steps"),
    ("xxl.all(x, xxl.exists(y, 1 / 0 > 0) || true)", "too_many_steps"), ("sum(bigs.map(x, 1 / x)) > 0", "too_many_steps"),
    ("xxl.all(x, long.contains(long))", "too_many_steps"), ("xxl.all(x, long + long != long)", "too_many_steps"),
    ("xxl.all(x, size(long) > 0)", "too_many_steps"),
    ("xxl.all(x, xxl.all(y, round(x / 7, 3) > 0))", "too_many_steps"),
  ])
  func `time and memory are limited`(text: String, expected: String) {
    var found = ""
    let time = ContinuousClock().measure {
      switch Expression.parse(text) {
      case .failure(let problem): found = problem.kind.rawValue
      case .success(let read):
        let compiled = read.compiled()
        let value = compiled.evaluate(slots: compiled.names.map { Self.large[$0] ?? .null }, steps: Limits.steps / 10)
        found = if case .error(let error) = value { error.kind.rawValue } else { short(value) }
      }
    }
    #expect(found == expected)
    #expect(time < .seconds(timeLimit(6, unoptimized: 6)), "\(text) took \(time)")
  }

  @Test func `a million steps are the limit`() throws {
    let compiled = try expression("xxl.all(x, xxl.all(y, x + y > 0))").compiled()
    let value = compiled.evaluate(slots: [.list((1...9000).map { .number(Fraction($0)) })])
    #expect(short(value) == "too_many_steps 1")
  }

  @Test(arguments: [
    many("1234567890.123456789*", 190) + "x", many("x>0&&", 800) + "x>0", "[x]" + many(".map(a,a*a)", 60) + "[0]",
    "[x]" + many(".map(a,[a,a])", 60) + ".size()", many("1/(x-1)+", 400) + "1",
    many("(x>1?x:2)>1&&", 300) + "true", many("1/(x*0.12345678901234567890123456789)+", 100) + "1",
  ])
  func `the analysis of intervals is quick`(text: String) throws {
    let read = try expression(text)
    let time = ContinuousClock().measure { _ = read.intervals(["x": Fraction(1)...Fraction(3, 2)], scale: Fraction(0)...Fraction(100)) }
    #expect(time < .seconds(timeLimit(3, unoptimized: 3)), "took \(time)")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `any damage ends in a value or a problem inside the text`(seed: UInt64) {
    let pieces = [
      "a", "xs", "1", "0.5", "'é'", "\"", "'", "\\", "(", ")", "[", "]", ".", ",", "?", ":", "+", "-", "*", "/", "%", "<", "==", "&&", "||",
      "!", " in ", "if(", "has(", ".all(x,", ".map(x,", "round(", "null", "😀", "\u{301}", "\n", "//", "{", "0x", "e", "_", "\u{0}",
    ]
    var random = Seeded(seed)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let length = text.unicodeScalars.count
      switch Expression.parse(text) {
      case .failure(let problem):
        #expect(
          problem.range.lowerBound >= 0 && problem.range.lowerBound <= length && problem.range.upperBound <= length + 1,
          "seed \(seed): \(text.debugDescription)")
      case .success(let read):
        for problem in read.check(in: Sample.types) {
          #expect(problem.range.upperBound <= length, "seed \(seed): \(text.debugDescription)")
        }
        _ = read.evaluate { Sample.values[$0] }
        _ = read.intervals([:] as [String: Interval])
        #expect((try? expression(read.description)) == read, "seed \(seed): \(text.debugDescription)")
      }
    }
  }
}
