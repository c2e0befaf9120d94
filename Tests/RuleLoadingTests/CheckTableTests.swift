import Foundation
import RuleDiagnostics
import RuleLoading
import Testing

/// A check is a file, a type, codes with their pages, and a fixture that fails by it.
struct CheckTableTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/RuleLoading/Checks")
    .standardized

  @Test func `every file of a check holds a check that is run, and every check has its file`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: CheckTableTests.folder.path)
    let checks = files.filter { $0.hasSuffix("Check.swift") && $0 != "Check.swift" }.map { String($0.dropLast(6)) }
    #expect(checks.sorted() == checkTable.map(\.name).sorted())
  }

  @Test(arguments: checkTable)
  func `a check reports the codes that it declares, and no others`(name: String, codes: [DiagnosticCode]) throws {
    let file = CheckTableTests.folder.appending(path: "\(name).swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let reported = text.matches(of: /(?:error|warning|report|Diagnostic)\(\s*\.(\w+)/).map { String($0.1) }
    #expect(Set(reported) == Set(codes.map { "\($0)" }))
    #expect(Set(codes).count == codes.count)
  }

  @Test(arguments: checkTable)
  func `every code of a check has a fixture that fails by this check alone`(name: String, codes: [DiagnosticCode]) {
    for code in codes {
      let isCaught = Fixture.all.contains { fixture in
        guard fixture.code == code else { return false }
        return finds(code, in: fixture, without: "") && !finds(code, in: fixture, without: name)
      }
      #expect(isCaught, "\(code.rawValue) \(code)")
    }
  }

  private func finds(_ code: DiagnosticCode, in fixture: Fixture, without check: String) -> Bool {
    let others = fixture.others.reduce(into: [:]) { $0[$1.key] = RuleText($1.value, name: "uji/\($1.key).yaml").source }
    let loader = EditionLoader { edition, _ in others[edition] }
    return loader.check(RuleText(fixture.text).source, without: check).log.diagnostics.contains { $0.code == code }
  }
}
