import MarkedYAML
import RuleDiagnostics
import Testing

struct LayoutOfFixturesTests {
  @Test(arguments: Fixture.all)
  func `laying out a file changes nothing that it says, and nothing the second time`(fixture: Fixture) throws {
    for variant in fixture.variants {
      for text in [variant.text] + variant.others.values.sorted() {
        let source = RuleText(text).source
        var log = DiagnosticLog()
        let root = try #require(readYAML(source, log: &log))
        let laidOut = try #require(canonicalLayout(of: source, log: &log))
        let again = SourceFile(name: source.name, bytes: laidOut)
        #expect(try #require(readYAML(again, log: &log)).saysTheSame(as: root))
        #expect(canonicalLayout(of: again, log: &log) == laidOut)
        #expect(log.diagnostics.isEmpty)
      }
    }
  }
}
