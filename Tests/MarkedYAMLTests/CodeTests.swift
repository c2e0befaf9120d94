import MarkedYAML
import RuleDiagnostics
import Testing

struct CodeTests {
  @Test func `every code of the text has a case`() {
    let cases: [DiagnosticCode: [UInt8]] = [
      .yamlSyntax: Array("a: [".utf8), .notUTF8: [0xE9], .forbiddenCharacter: [0], .tabIndent: Array("\ta: 1".utf8),
      .duplicateKey: Array("a: 1\na: 1".utf8), .anchorOrAlias: Array("a: &b 1".utf8), .tag: Array("a: !b 1".utf8),
      .directive: Array("%TAG".utf8), .secondDocument: Array("a: 1\n---\n".utf8), .emptyFile: [], .complexKey: Array("[a]: 1".utf8),
      .tooLarge: [UInt8](repeating: 0x20, count: 5 << 20), .tooDeep: [UInt8](repeating: UInt8(ascii: "["), count: 65),
      .tooManyNodes: Array((0...10_000).map { "k\($0): 1\n" }.joined().utf8),
    ]
    for code in DiagnosticCode.allCases where code.rawValue.hasPrefix("T01") {
      #expect(cases[code].map { Reading($0).log.diagnostics.first?.code } == code, "\(code)")
    }
  }
}
