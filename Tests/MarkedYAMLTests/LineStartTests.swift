import MarkedYAML
import RuleDiagnostics
import Testing

struct LineStartTests {
  @Test func `a tab as indentation is shown where it stands`() {
    expect(.tabIndent, in: "a:\n⟦\t⟧b: 1\n", saying: "replace the tab by spaces")
    expect(.tabIndent, in: "a:\n  ⟦\t⟧- 1\n")
    expect(.tabIndent, in: "⟦\t⟧a: 1\n")
    expect(.tabIndent, in: "a: 1\n⟦\t⟧\nb: 2\n")
    expect(.tabIndent, in: "a:\n  -⟦\t⟧- b\n")
  }

  @Test func `every line indented by tabs is reported`() {
    #expect(Reading("a:\n\tb: 1\n\t\tc: 1\n").log.summary == ["T0104 2:1-2:2", "T0104 3:1-3:2"])
  }

  @Test func `tabs behind the indentation are fine, before a comment only where YAML takes them`() {
    #expect(Reading("a:\t\"x\ty\"\t# b\tc\nb: [1,\n\t# c\n\t\n  2]\n").log.summary.isEmpty)
    expect(.tabIndent, in: "a: 1\n⟦\t⟧# c\n")
  }

  @Test func `directives are refused but for the version before everything else`() {
    expect(.directive, in: "⟦%TAG ! tag:x,2000:⟧\n---\na: 1\n", saying: "%TAG")
    expect(.directive, in: "⟦%YAML 1.3⟧\n---\na: 1\n")
    expect(.directive, in: "%YAML 1.1\n⟦%YAML 1.1⟧\n---\na: 1\n")
    expect(.directive, in: "a: 1\n⟦%YAML 1.1⟧\n")
    #expect(Reading("# c\n%YAML 1.1 # d\n---\na: 1\n").log.summary.isEmpty)
  }

  @Test func `git conflict markers are named as such`() {
    expect(.yamlSyntax, in: "a: 1\n⟦<<<<<<<⟧ HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", saying: "a merge was not finished")
    expect(.yamlSyntax, in: "a: 1\n⟦>>>>>>>⟧ x\n", saying: "git conflict marker")
    #expect(Reading("a: |\n  <<<<<<< x\n").log.summary.isEmpty)
  }
}
