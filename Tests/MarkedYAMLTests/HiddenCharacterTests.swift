import MarkedYAML
import RuleDiagnostics
import Testing

struct HiddenCharacterTests {
  @Test(arguments: [
    ("\u{0}", "U+0000 NULL"), ("\u{1B}", "U+001B ESCAPE"), ("\u{7F}", "U+007F DELETE"), ("\u{85}", "U+0085 NEXT LINE"),
    ("\u{9B}", "U+009B"), ("\u{2028}", "U+2028 LINE SEPARATOR"), ("\u{2029}", "U+2029 PARAGRAPH SEPARATOR"),
    ("\u{FEFF}", "U+FEFF ZERO WIDTH NO-BREAK SPACE"), ("\u{200B}", "U+200B ZERO WIDTH SPACE"), ("\u{200F}", "U+200F"),
    ("\u{202A}", "U+202A"), ("\u{202E}", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("\u{2060}", "U+2060"), ("\u{2066}", "U+2066"),
    ("\u{2069}", "U+2069"), ("\u{FFFF}", "U+FFFF"), ("\u{E0041}", "U+E0041 TAG LATIN CAPITAL LETTER A"), ("\r", "U+000D CARRIAGE RETURN"),
  ])
  func `a hidden character is spelt out, also in quotes and comments`(character: String, name: String) {
    for place in ["a: 1\né: x⟦\(character)⟧y\n", "a: \"é😀⟦\(character)⟧\"\n", "a: 1 # 😀⟦\(character)⟧ b\n"] {
      expect(.forbiddenCharacter, in: place, saying: name)
    }
  }

  @Test func `a blank that is none is refused outside quotes only`() {
    expect(.forbiddenCharacter, in: "a: é⟦\u{A0}⟧b\n", saying: "U+00A0 NO-BREAK SPACE")
    expect(.forbiddenCharacter, in: "a: 1\n⟦\u{A0}⟧b: 1\n", saying: "U+00A0 NO-BREAK SPACE")
    expect(.forbiddenCharacter, in: "a:\n  - x\n    é⟦\u{3000}⟧y\n", saying: "U+3000 IDEOGRAPHIC SPACE")
    #expect(Reading("a: \"b\u{A0}c\" # d\u{A0}e\n").log.summary.isEmpty)
  }

  @Test func `all problems of the bytes are reported together`() {
    let text = Array("a: \u{200B}\n\tb: 1\n%TAG x\nc: \u{202E}".utf8) + [0xE9]
    #expect(Reading(text).log.summary.map { $0.prefix(5) } == ["T0102", "T0103", "T0103", "T0104", "T0108"])
  }

  @Test func `what looks like a mark of YAML is shown beside the mistake it caused`() throws {
    let found = try #require(Reading("a： 1\nb: 2\n").log.diagnostics.first)
    #expect(found.range?.place == "1:1-1:5")
    #expect(found.notes.map(\.range.place) == ["1:2-1:3"])
    #expect(found.notes[0].words.en.contains("U+FF1A FULLWIDTH COLON"))
    #expect(Reading("a:\n  – x\n  – y: 1\n").log.diagnostics.first?.notes.first?.words.en.contains("U+2013 EN DASH") == true)
  }
}
