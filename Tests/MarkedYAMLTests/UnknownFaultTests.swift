import RuleDiagnostics
import Testing

@testable import MarkedYAML

/// Another version of libyaml may find faults that nothing here has words for.
struct UnknownFaultTests {
  private func finding(_ problem: String, context: String) -> Diagnostic {
    let source = SourceFile(name: "rules.yaml", bytes: Array("a: 1\nb: x\n".utf8))
    let place = Position(line: 2, column: 4, offset: 8)
    let report = SyntaxReport(
      problem: SyntaxProblem(problem: problem, place: place, context: context, contextPlace: place), source: source,
      builder: TreeBuilder(source: source, limits: .standard))
    return report.diagnostic
  }

  @Test func `a fault of libyaml without words of ours is told in its own, where it stands`() {
    let alone = finding("found a comet", context: "")
    #expect(alone.code == .yamlSyntax && alone.range?.start.line == 2 && alone.range?.start.column == 4)
    #expect(alone.message.en == "this is not correct YAML (libyaml: `found a comet`)")
    let within = finding("found a comet", context: "while scanning the sky")
    #expect(within.message.id == "bukan YAML yang benar (libyaml: `while scanning the sky: found a comet`)")
  }
}
