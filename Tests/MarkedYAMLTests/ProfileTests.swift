import MarkedYAML
import RuleDiagnostics
import Testing

/// What is legal YAML and not accepted in a rule file.
struct ProfileTests {
  @Test func `anchors, aliases and merge keys are refused with the remedy`() {
    expect(.anchorOrAlias, in: "é: ⟦&a⟧ 1\n", saying: "write the value out again")
    expect(.anchorOrAlias, in: "é: [⟦*a⟧]\n", saying: "write the value out again")
    expect(.anchorOrAlias, in: "a:\n  ⟦<<⟧: {b: 1}\n", saying: "merge key")
    expect(.anchorOrAlias, in: "a: ⟦*.csv⟧\n", saying: "put the text in quotes")
    expect(.anchorOrAlias, in: "a: ⟦&⟧ b\n", saying: "put the text in quotes")
    expect(.anchorOrAlias, in: "⟦&a⟧ a: 1\n")
    expect(.anchorOrAlias, in: "⟦*a⟧ : 1\n")
    expect(.anchorOrAlias, in: "a: ⟦&b⟧\n  c: 1\n")
  }

  @Test func `every anchor, alias and tag is reported`() {
    let text = "a: &a {x: 1}\nb:\n  <<: *a\n  c: *a\nd: !t &e [1]\n"
    #expect(
      Reading(text).log.summary == [
        "T0106 1:4-1:6", "T0106 3:3-3:5", "T0106 3:7-3:9", "T0106 4:6-4:8", "T0106 5:7-5:9", "T0107 5:4-5:6",
      ])
  }

  @Test func `tags are refused as they are written`() {
    expect(.tag, in: "é: ⟦!!python/object:os.system⟧ x\n", saying: "`!!python/object:os.system`")
    expect(.tag, in: "a: ⟦!e!foo⟧ x\n", saying: "`!e!foo`")
    expect(.tag, in: "a: [⟦!⟧ x]\n")
    expect(.tag, in: "a: ⟦!<x⟧\n")
    expect(.tag, in: "⟦!!map⟧\na: 1\n")
  }

  @Test func `keys must be text`() {
    expect(.complexKey, in: "? ⟦[⟧a, b]\n: 1\n", saying: "a key must be plain text")
    expect(.complexKey, in: "é: {⟦{⟧ x }}\n", saying: "put it in quotes")
    expect(.complexKey, in: "a: {⟦:⟧ 1}\n", saying: "no key before")
    expect(.complexKey, in: "a: x\n⟦:⟧ y\n", saying: "no key before")
    expect(.complexKey, in: "?⟦⟧\n: y\n", saying: "no key before")
    // libyaml reads these as `foo` and `{x: }`.
    expect(.complexKey, in: "a: {⟦?foo⟧: bar}\n", saying: "write `\"?foo\"` in quotes")
    expect(.complexKey, in: "a: [1, ⟦?é⟧]\n", saying: "no part of the text")
    #expect(Reading("[a]: 1\n{b: c}: 2\n").log.summary == ["T0114 1:1-1:2", "T0114 2:1-2:2"])
  }

  @Test func `a second document or text behind the end is refused`() {
    expect(.secondDocument, in: "a: 1\n⟦---⟧\nb: 2\n", saying: "a second document begins here")
    expect(.secondDocument, in: "a: 1\n...\n⟦b: é⟧\n", saying: "text behind the end")
    expect(.secondDocument, in: "{a: 1}\n⟦b: 2⟧\n")
    expect(.secondDocument, in: "{a: 1} ⟦x⟧\n")
    expect(.secondDocument, in: "---\n⟦---⟧\na: 1\n")
  }

  @Test func `the root must be a mapping`() {
    expect(.wrongShape, in: "⟦⟧- a\n- b\n", saying: "the file is a list")
    expect(.wrongShape, in: "⟦timbang:1⟧\n", saying: "a single text")
    expect(.wrongShape, in: "⟦\"\"⟧\n", saying: "a single text")
  }

  @Test(arguments: ["", "\n", "# comment\n", "---\n", "---\n...\n", "\u{FEFF}", "  \r\n"])
  func `an empty file is named as such`(text: String) {
    #expect(Reading(text).log.summary == ["T0113 1:1-1:1"])
  }
}
