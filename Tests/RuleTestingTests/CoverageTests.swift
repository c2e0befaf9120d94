import RuleDiagnostics
import RuleModel
import RuleTesting
import Testing

struct CoverageTests {
  @Test func `what no test reaches is listed with its place in the rules`() throws {
    let coverage = try Example.unit(expect: "{total: 1}").tests.coverage()
    #expect(
      coverage.untested.map(\.target) == [
        .answer(part: "ada", field: "ada", false), .band(part: "lama", from: .zero), .level(part: "paham", .zero),
        .level(part: "paham", .one), .answer(part: "butir", field: "butir_a", false), .answer(part: "butir", field: "butir_b", false),
        .part("tuntas"), .zone("merah"),
      ])
    // The parts `ada`, `lama`, `paham`, `butir`, `tuntas` stand on the lines 24 to 28, the zones on line 29.
    #expect(coverage.untested.map(\.range.start.line) == [24, 25, 26, 26, 27, 27, 28, 29])
    // 6 parts, 1 condition, 2 + 4 answers, 3 levels, 2 bands, 2 zones = 20, of which 8 are not reached.
    #expect(coverage.count() == RuleCoverage.Count(reached: 12, total: 20))
    #expect(coverage.count(of: .level) == RuleCoverage.Count(reached: 1, total: 3))
    #expect(coverage.count(of: .condition) == RuleCoverage.Count(reached: 1, total: 1))
  }

  @Test func `a refused institution reaches nothing`() throws {
    let coverage = try Example.unit("{ada: }", expect: "{total: 1}").tests.coverage()
    #expect(coverage.count().reached == 0)
  }

  @Test func `published totals reach zones, and a change reaches what its later year does`() throws {
    let example = try Example(
      """
      changes:
        - id: naik
          from: {edition: contoh/2022, observations: {kota/unit: [penuh, {paham: 0}]}}
          to: {observations: {kota/unit: [penuh, {paham: 1}]}}
          expect: {from: 1, to: 1}
      published:
        - {id: terbit, rows: [{entity: E, total: 10, zone: merah}]}
      """)
    let untested = try example.tests.coverage().untested.map(\.target)
    #expect(!untested.contains(.level(part: "paham", .one)))
    #expect(untested.contains(.level(part: "paham", .zero)))
    #expect(!untested.contains(.zone("merah")))
  }

  @Test func `a share is rounded down, so that 100 means all`() {
    #expect(RuleCoverage.Count(reached: 999, total: 1000).percent == 99)
    #expect(RuleCoverage.Count(reached: 1000, total: 1000).percent == 100)
    #expect(RuleCoverage.Count(reached: 0, total: 0).percent == 100)
  }
}
