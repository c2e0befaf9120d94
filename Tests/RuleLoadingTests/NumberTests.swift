import RuleDiagnostics
import RuleLoading
import RuleModel
import Testing

struct NumberTests {
  /// A spelling that is no number here, and how the help says it is written: nothing for the words that say what a number looks like.
  private static let foreign: [(String, String)] = [
    ("87,99", "write `87.99`:"), ("010", "write `10`:"), ("01.50", "write `1.50`:"), ("0x1F", "numbers are written like"),
    ("1_000", "write `1000`:"), ("1_0", "numbers are written like"), ("1:30", "numbers are written like"),
    (".inf", "numbers are written like"), (".nan", "numbers are written like"), ("25%", "write `25`:"), ("12,5 %", "write `12.5`:"),
    ("1e3", "numbers are written like"), ("+5", "write `5`:"), (".5", "write `0.5`:"), ("-.5", "write `-0.5`:"), ("5.", "write `5`:"),
    (",5", "write `0.5`:"), ("1.234,5", "write `1234.5`:"), ("1,234.5", "write `1234.5`:"), ("1.234.567", "write `1234567`:"),
    ("1,234", "write `1.234` if the comma begins the decimals, `1234` if it separates thousands"), ("0,125", "write `0.125`:"),
    ("1 000", "write `1000`:"), ("1 2", "numbers are written like"), ("\u{2212}3", "write `-3`:"), ("100 / 3", "write `100/3`:"),
    ("33,3/99,9", "write `33.3/99.9`:"), ("1/0", "numbers are written like"), ("1/2/3", "numbers are written like"),
    ("/3", "numbers are written like"), ("-", "numbers are written like"), ("", "numbers are written like"),
    ("~", "numbers are written like"),
    ("sepuluh", "numbers are written like"), ("½", "numbers are written like"), ("１０", "numbers are written like"),
    (String(repeating: "1", count: 61), "at most 60 characters"),
  ]

  @Test(arguments: foreign)
  func `a number in a foreign spelling is refused at its place, with the spelling that would be right`(spelling: String, help: String) {
    for written in ["\"\(spelling)\"", "'\(spelling)'"] {
      let text = RuleText.with("score: {id: total, cite: pedoman, parts: [{id: é, weight: ⟦\(written)⟧, yes_no: ada}]}").replacing(
        "é", with: "masuk")
      let mark = RuleText(text)
      let loaded = load(text)
      #expect(loaded.summary == ["T0206 \(mark.place ?? "")"], "\(loaded.findings)")
      let said = loaded.log.diagnostics.first
      #expect(said?.message.en == "`\(spelling)` is no number for the weight of the part `masuk`")
      #expect(said?.help?.en.hasPrefix(help) == true || said?.help?.en.hasSuffix(help) == true, "\(said?.help?.en ?? "")")
      #expect(said?.help?.id != said?.help?.en)
    }
  }

  @Test(arguments: ["87,99", "010", "0x1F", "1_000", "1:30", ".inf", "25%", "1e3", "+5", ".5", "5.", "~", "1e400"])
  func `a plain spelling that YAML would guess at is refused as well`(spelling: String) {
    let block = RuleText.with(
      "score:\n  id: total\n  cite: pedoman\n  parts:\n    - id: masuk\n      weight: ⟦\(spelling)⟧\n      yes_no: ada")
    let flow = RuleText.with("score: {id: total, cite: pedoman, parts: [{id: masuk, weight: ⟦\(spelling)⟧, yes_no: ada}]}")
    for text in [block, flow] {
      let loaded = load(text)
      #expect(loaded.summary == ["T0206 \(RuleText(text).place ?? "")"], "\(loaded.findings)")
    }
  }

  @Test(arguments: [
    ("levels: {field: tingkat, scores: {0: ⟦0,5⟧, 1: 100}}", "write `0.5`:"),
    ("bands: {field: tingkat, rows: [{from: 0, score: ⟦87,99⟧}]}", "write `87.99`:"),
    ("missing: {value: ⟦1,234⟧}, yes_no: ada", "if the comma begins the decimals"),
  ])
  func `a decimal comma between brackets is shown with its number, not as a key`(body: String, help: String) {
    let text = RuleText.with(
      "fields: {ada: {per: unit, type: yes_no}, tingkat: {per: unit, type: level, range: [0, 1]}}\nscore: {id: total, cite: pedoman, \(body)}"
    )
    let loaded = load(text)
    #expect(loaded.summary.first == "T0206 \(RuleText(text).place ?? "")", "\(loaded.findings)")
    #expect(loaded.log.diagnostics.first?.help?.en.contains(help) == true)
  }

  @Test(arguments: [("21.85", "437/20"), ("\"100/3\"", "100/3"), ("100/3", "100/3"), ("0.10", "1/10"), ("\"5\"", "5"), ("1.5/0.3", "5")])
  func `a decimal and a fraction are exact`(spelling: String, exact: String) {
    let loaded = load(RuleText.with("score: {id: total, cite: pedoman, parts: [{id: masuk, weight: \(spelling), yes_no: ada}]}"))
    #expect(loaded.edition?.edition.score.children.first?.weight.value.exactText == exact, "\(loaded.findings)")
  }
}
