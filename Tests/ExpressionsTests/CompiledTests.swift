import Dice
import Expressions
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Compiled expressions")
struct CompiledTests {
  @Test func `names become slots in the order of their first use`() throws {
    let compiled = try expression("100 * b / (a + b) + institution.kind.size()").compiled()
    #expect(compiled.names == ["b", "a", "institution.kind"])
    let slots: [ExpressionValue] = [.number(Fraction(1)), .number(Fraction(3)), .string("kota")]
    #expect(compiled.evaluate(slots: slots) == .number(Fraction(29)))
    #expect(compiled.evaluate(slots: [.unknown, .number(.one), .string("")]) == .unknown)
  }

  @Test func `known names decide where a dotted name ends`() throws {
    let read = try expression("a.b.c + a.b.d")
    #expect(read.compiled().names == ["a.b.c", "a.b.d"])
    #expect(read.compiled(for: ["a": .any]).names == ["a"])
    #expect(read.compiled(for: ["a": .any, "a.b": .any, "a.b.d": .number]).names == ["a.b", "a.b.d"])
    let record = ExpressionValue.record(["c": .number(Fraction(2))])
    #expect(read.compiled(for: ["a.b": .any, "a.b.d": .number]).evaluate(slots: [record, .number(.one)]) == .number(Fraction(3)))
  }

  @Test func `an error or a record in a slot goes its way`() throws {
    guard case .error(let error) = try expression("1 / 0").compiled().evaluate(slots: []) else { throw Accepted() }
    #expect(try expression("a + 1").compiled().evaluate(slots: [.error(error)]) == .error(error))
    #expect(try expression("a > 1 || true").compiled().evaluate(slots: [.error(error)]) == .boolean(true))
    #expect(error.words.id == "pembagian dengan nol")
  }

  @Test func `a compiled expression is quick`() throws {
    let compiled = try expression("100 * adu_selesai / adu_masuk").compiled()
    let slots: [ExpressionValue] = [.number(Fraction(77)), .number(Fraction(91))]
    var total = 0
    let rounds = 20_000
    let time = ContinuousClock().measure {
      for _ in 0..<rounds { if case .number = compiled.evaluate(slots: slots) { total += 1 } }
    }
    #expect(total == rounds)
    #expect(time < .seconds(timeLimit(2, unoptimized: 2)))
    print("100 * adu_selesai / adu_masuk: \(time / rounds) each")
  }
}
