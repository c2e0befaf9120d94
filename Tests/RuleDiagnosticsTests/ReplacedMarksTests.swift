import RuleDiagnostics
import Testing

@Suite("Replaced marks")
struct ReplacedMarksTests {
  /// Fixed: `replacing` compares characters, and a quote with an accent on it, or a line feed behind a carriage return, is another character.
  @Test("a mark is found whatever stands beside it")
  func marks() {
    #expect("a\"\u{301}b\"".replacing(mark: "\"", with: "\"\"").utf8.elementsEqual("a\"\"\u{301}b\"\"".utf8))
    #expect("a\r\nb".replacing(mark: "\n", with: " ").utf8.elementsEqual("a\r b".utf8))
    #expect("tanpa tanda".replacing(mark: "|", with: "\\|") == "tanpa tanda")
  }
}
