import RuleDiagnostics
import RuleModel
import RuleTesting
import Testing

struct ChangeTests {
  /// The same rules in both years; `ada` went from no to yes: 3000 / 90 = 100/3, from 4800/90 = 160/3 to 7800/90 = 260/3.
  private func change(expect: String) throws -> Example {
    try Example(
      """
      changes:
        - id: naik
          from: {edition: contoh/2022, observations: {kota/unit: [penuh, {ada: false}]}}
          to: {observations: {kota/unit: penuh}}
          expect: \(expect)
      """)
  }

  @Test func `an explanation passes when its amounts are exactly as expected`() throws {
    let example = try change(
      expect:
        "{from: \"160/3\", to: \"260/3\", performance: {performance: {ada: \"100/3\"}}, printed: {performance: 33.33, final_rounding: 0.01}}"
    )
    try example.expectPass()
  }

  @Test func `a block that is not named must be 0`() throws {
    let example = try change(expect: "{from: \"160/3\", to: \"260/3\", method: \"100/3\"}")
    #expect(try example.failures.map(\.subject.en) == ["`performance`", "`method`"])
    #expect(try example.failures.map(\.found) == [.number(Fraction(100, 3)), .number(.zero)])
  }

  @Test func `a line that is not named must be 0`() throws {
    let example = try change(expect: "{from: \"160/3\", to: \"260/3\", performance: {performance: {lama: \"100/3\"}}}")
    #expect(try example.failures.map(\.subject.en) == ["`performance.performance.lama`", "`performance.performance.ada`"])
  }

  @Test func `totals that differ fail beside the amounts`() throws {
    let example = try change(expect: "{from: 53, to: 86, performance: 33}")
    #expect(try example.failures.map(\.subject.en) == ["`from`", "`to`", "`performance`"])
  }

  @Test func `expected amounts that do not add up are a mistake of the file`() throws {
    let example = try change(expect: "{from: 50, to: 60, performance: 7, scope: {unit-joined: 2}}")
    #expect(example.outcome.tests == nil)
    #expect(example.outcome.log.diagnostics.map(\.code) == [.amountsDoNotAdd])
    #expect(
      example.outcome.log.diagnostics.map(\.message.en) == ["the expected amounts add up to 9, but `to` less `from` is 10"])
  }
}
