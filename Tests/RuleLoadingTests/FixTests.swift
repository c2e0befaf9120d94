import RuleDiagnostics
import RuleLoading
import Testing

/// A mistake, and the same text as its fix leaves it.
struct Mending: Sendable, CustomTestStringConvertible {
  let wrong: String
  let right: String
  var testDescription: String { right }

  init(_ wrong: String, _ right: String) {
    self.wrong = wrong
    self.right = right
  }

  /// Sections of the smallest sound file.
  static let sections = [
    Mending(
      "fields: {ada: {per: unit, type: yes_no, lable: {id: Ada, en: Present}}}",
      "fields: {ada: {per: unit, type: yes_no, label: {id: Ada, en: Present}}}"),
    Mending("fields: {ada: {pre: unit, type: yes_no}}", "fields: {ada: {per: unit, type: yes_no}}"),
    Mending("fields: {ada: {per: unit, \"typ\": yes_no}}", "fields: {ada: {per: unit, type: yes_no}}"),
    Mending("fields: {ada: {per: unti, type: yesno, optional: Ya}}", "fields: {ada: {per: unit, type: yes_no, optional: true}}"),
    Mending(
      "fields: {ada: {per: unit, type: yes_no, optional: TIDAK}} # ya", "fields: {ada: {per: unit, type: yes_no, optional: false}} # ya"),
    Mending("score: {id: total, cite: pedomen, yes_no: ad}", "score: {id: total, cite: pedoman, yes_no: ada}"),
    Mending("score: {id: total, cite: [\"pedomen h. 3\"], yes_no: ada}", "score: {id: total, cite: [\"pedoman h. 3\"], yes_no: ada}"),
    Mending("score: {id: total, cite: [“pedoman h. 7”], yes_no: ada}", "score: {id: total, cite: [pedoman h. 7], yes_no: ada}"),
    Mending("score: {id: total, cite: ‘pedoman’, yes_no: ada}", "score: {id: total, cite: pedoman, yes_no: ada}"),
    Mending("score: {id: total, cite: [\"“pedoman h. 7”\"], yes_no: ada}", "score: {id: total, cite: [\"pedoman h. 7\"], yes_no: ada}"),
    Mending(
      "score: {id: total, cite: pedoman, parts: [{id: a, weight:1.5, yes_no: ada}, {id:b, weight: 2, yes_no: ada}]}",
      "score: {id: total, cite: pedoman, parts: [{id: a, weight: 1.5, yes_no: ada}, {id: b, weight: 2, yes_no: ada}]}"),
    Mending(
      "score: {id: total, cite: pedoman, yes_no: ada, when: ada and ada}",
      "score: {id: total, cite: pedoman, yes_no: ada, when: ada && ada}"),
    Mending(
      "score: {id: total, cite: pedoman, formula: \"if(adaa, 0, 100)\"}", "score: {id: total, cite: pedoman, formula: \"if(ada, 0, 100)\"}"),
    Mending(
      "score: {id: total, cite: pedoman, parts: [{id: a, weight: 87,99, yes_no: ada}]}",
      "score: {id: total, cite: pedoman, parts: [{id: a, weight: 87.99, yes_no: ada}]}"),
    Mending(
      "score: {id: total, cite: pedoman, parts: [{id: a, weight: \"21,5\", yes_no: ada}, {id: b, weight: 007, yes_no: ada}, {id: c, weight: 1_000, yes_no: ada}]}",
      "score: {id: total, cite: pedoman, parts: [{id: a, weight: 21.5, yes_no: ada}, {id: b, weight: 7, yes_no: ada}, {id: c, weight: 1000, yes_no: ada}]}"
    ),
    Mending(
      "score: {id: total, cite: pedoman, parts: [{id: a, weight: 60 %, yes_no: ada}, {id: b, weight: 100 / 3, yes_no: ada}]}",
      "score: {id: total, cite: pedoman, parts: [{id: a, weight: 60, yes_no: ada}, {id: b, weight: \"100/3\", yes_no: ada}]}"),
    Mending(
      "zones: {cite: pedoman, ladder: [{id: merah, from: 0, to: 60}, {id: hijau, from: 78}]}",
      "zones: {cite: pedoman, ladder: [{id: merah, from: 0, to: 78}, {id: hijau, from: 78}]}"),
    Mending("timbang: 1.0", "timbang: 1"),
    Mending("edition: 2022\nstatus: Draft", "edition: 2022\nstatus: draft"),
    Mending("title: {id: Penilaian\u{A0}baru, en: Assessment}", "title: {id: Penilaian baru, en: Assessment}"),
    Mending("title: {id: Penilai\u{200B}an, en: Assessment}", "title: {id: Penilaian, en: Assessment}"),
    Mending("title:\n  id: Penilaian: baru\n  en: Assessment", "title:\n  id: \"Penilaian: baru\"\n  en: Assessment"),
    Mending("title:\n  id:Penilaian\n  en: Assessment", "title:\n  id: Penilaian\n  en: Assessment"),
    Mending("title:\n\tid: Penilaian\n\ten: Assessment", "title:\n  id: Penilaian\n  en: Assessment"),
  ]

  /// Edits of an edition that extends ``RuleText/base``.
  static let edits = [
    Mending("- set: {part: mask, weight: 70}", "- set: {part: masuk, weight: 70}"),
    Mending("- sett: {part: masuk, weigth: 70,5}", "- set: {part: masuk, weight: 70.5}"),
    Mending("- set: {field: buk, optional: yes}", "- set: {field: buka, optional: true}"),
    Mending("- set: {part: masuk, weight:70, provenance: published}", "- set: {part: masuk, weight: 70, provenance: published}"),
    Mending("- set: {part: masuk, wight:70}", "- set: {part: masuk, weight: 70}"),
    Mending("- set: {rung: units, combine: meen}", "- set: {rung: unit, combine: mean}"),
  ]
}

struct FixTests {
  @Test(arguments: Mending.sections)
  func `what can be meant in one way only is written so`(mending: Mending) {
    expect(RuleText.with(mending.wrong), toBecome: RuleText.with(mending.right))
  }

  @Test(arguments: Mending.edits)
  func `also in the edits of a change`(mending: Mending) {
    expect(RuleText.change(mending.wrong), toBecome: RuleText.change(mending.right))
  }

  @Test(arguments: [
    // A comma before three digits begins the decimals or separates thousands.
    "score: {id: total, cite: pedoman, parts: [{id: a, weight: \"1,234\", yes_no: ada}]}",
    // Two fields are as near.
    "fields: {adat: {per: unit, type: yes_no}, adab: {per: unit, type: yes_no}}\nscore: {id: total, cite: pedoman, yes_no: adaq}",
    // The nearest key stands there already.
    "fields: {ada: {per: unit, type: yes_no, tipe: yes_no}}",
    // A quote that word processors make stands on one side only, or around less than all.
    "score: {id: total, cite: [“pedoman h. 7], yes_no: ada}",
    "score: {id: total, cite: [“pedoman” h. 7], yes_no: ada}",
    // Both spellings of a key stand there.
    "score: {id: total, cite: pedoman, parts: [{id: a, weight: 1, weight:25, yes_no: ada}]}",
    // What stands behind the colon of an unknown key would be lost.
    "score: {id: total, cite: pedoman, parts: [{id: a, weigh:t: 25, yes_no: ada}]}",
    // Tabs beside blanks: how deep a tab is meant cannot be seen.
    "title:\n\tid: Penilaian\n  en: Assessment",
    "title:\n  id: Penilaian: \"baru\"\n  en: Assessment",
    "fields: {ada: {per: unit, type: yes_no, optional: mungkin}}",
    "score: {id: total, cite: pedoman, yes_no: {field: ada, invert: 2}}",
  ])
  func `what can be meant in two ways is left to people`(sections: String) {
    let loaded = load(RuleText.with(sections))
    #expect(loaded.log.hasErrors)
    #expect(loaded.log.diagnostics.allSatisfy { $0.fix == nil }, "\(loaded.findings)")
  }

  @Test(arguments: Fixture.all.filter { $0.fixes > 0 })
  func `after a fix the finding is gone, and nothing was written twice`(fixture: Fixture) {
    for variant in fixture.variants {
      let mended = mend(variant.text, extending: variant.others)
      #expect(mended.text != RuleText(variant.text).source.bytes)
      #expect(!mended.rest.contains { $0.code == fixture.code && $0.fix != nil }, "\(fixture.code)")
      let again = mend(String(decoding: mended.text, as: UTF8.self), extending: variant.others)
      #expect(again.text == mended.text)
    }
  }

  @Test func `of two fixes of the same text the first is carried out, and a fix is carried out whole or not`() {
    let source = SourceFile(name: "a", bytes: Array("one two three".utf8))
    let edit = { (range: Range<Int>, text: String) in Fix.Edit(source.range(range.lowerBound, range.upperBound), text) }
    let fixes = [
      Fix([edit(0..<3, "1")]), Fix([edit(2..<7, "x"), edit(8..<13, "y")]), Fix([edit(4..<7, "2")]), Fix([edit(4..<4, "z")]),
      Fix([Fix.Edit(SourceFile(name: "b", bytes: source.bytes).range(8, 13), "3")]),
    ]
    let chosen = source.compatible(fixes)
    #expect(chosen == [fixes[0], fixes[2]])
    #expect(source.applying(chosen).bytes == Array("1 2 three".utf8))
  }

  private func expect(_ wrong: String, toBecome right: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let mended = mend(wrong, extending: ["2021": RuleText.base])
    #expect(String(decoding: mended.text, as: UTF8.self) == right, sourceLocation: sourceLocation)
    #expect(mended.rest.allSatisfy { $0.severity != .error }, "\(mended.rest)", sourceLocation: sourceLocation)
  }
}

extension Fixture {
  /// How many of the findings in the file itself can be fixed.
  var fixes: Int {
    load(text, extending: others).log.diagnostics.count { $0.fix?.edits.allSatisfy { $0.range.file == "uji/2022.yaml" } ?? false }
  }
}

/// The text once no more can be fixed, and what is still found in it.
private func mend(_ text: String, extending others: [String: String]) -> (text: [UInt8], rest: [Diagnostic]) {
  var source = RuleText(text).source
  for _ in 0..<10 {
    let log = load(String(decoding: source.bytes, as: UTF8.self), extending: others).log
    let fixes = source.compatible(log.diagnostics.compactMap(\.fix))
    if fixes.isEmpty { return (source.bytes, log.diagnostics) }
    source = source.applying(fixes)
  }
  Issue.record("the fixes find no end")
  return (source.bytes, [])
}
