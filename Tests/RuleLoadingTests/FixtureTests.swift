import RuleDiagnostics
import Testing

struct FixtureTests {
  @Test(arguments: Fixture.all)
  func `a mistake is found at its words, and nothing else`(fixture: Fixture) {
    for variant in fixture.variants { variant.expectFinding() }
  }

  @Test(arguments: DiagnosticCode.allCases.filter { $0.rawValue.hasPrefix("T02") })
  func `every code about what a rule file says has a fixture`(code: DiagnosticCode) {
    #expect(Fixture.all.contains { $0.code == code })
  }
}

extension Fixture {
  static let all = ofValues + ofSections + ofParts + ofScales + ofAdvice + ofSteps + ofGrounds + ofEditions + ofLineage + ofEdits
}
