import DiagnosticPages
import RuleDiagnostics
import RuleLoading
import Testing

struct PageTests {
  @Test(arguments: PageExample.all)
  func `the wrong example of a page gets its code first, at the marked words, with the message of the page`(example: PageExample) throws {
    let page = example.code.page
    let (loaded, place) = example.wrong
    let found = try #require(loaded.log.diagnostics.first)
    #expect(found.code == example.code, "\(loaded.findings)")
    #expect(found.severity == page.severity)
    #expect(found.message == page.example.message)
    if let place { #expect(found.range?.place == place, "\(loaded.findings)") }
  }

  @Test(arguments: PageExample.all)
  func `the right example of a page is sound`(example: PageExample) {
    #expect(example.right.summary.isEmpty, "\(example.right.findings)")
    #expect(example.right.edition != nil)
  }

  @Test func `every code about rule files is tried`() {
    // T0713 needs the digests of `Timbang`, which the loader is given.
    let tried = Set(PageExample.all.map(\.code))
    for code in CodeChapter.text.codes + CodeChapter.rules.codes { #expect(tried.contains(code), "\(code.rawValue)") }
  }
}
