import Reporting
import Testing

/// Placeholders of phrases.
@Suite("Texts with placeholders")
struct FilledTextTests {
  @Test("what is filled in is not read again")
  func onePass() {
    #expect("{name} {to}".filled(["name": "{to}", "to": "9"]) == "{to} 9")
  }

  @Test("braces that are no placeholder stay")
  func others() {
    #expect("{a} {b} {".filled(["a": "1"]) == "1 {b} {")
    #expect("}{a}".filled(["a": "-"]) == "}-")
  }
}
