import RuleDiagnostics
import RuleLoading
import Testing

/// Steps from one edition to the next about which nothing is to be said, and what is said about others.
struct StepTests {
  private func findings(_ text: String, extending others: [String: String] = ["2021": RuleText.base]) -> [String] {
    load(text, extending: others).log.diagnostics.map { "\($0.code.rawValue) \($0.message.en)" }
  }

  private func whole(_ lineage: String, replacing old: String, by new: String) -> String {
    RuleText.base.replacing("edition: 2021", with: "edition: 2022").replacing(old, with: new) + lineage + "\n"
  }

  @Test(arguments: [
    "weight: 70, provenance: published", "weight: 70, provenance: published, cite: pedoman", "weight: 70, provenance: assumed",
    "label: {id: Masuk, en: Entry}",
  ])
  func `a new weight beside which stands where it comes from needs no word, and neither does an old one`(keys: String) {
    let base = RuleText.base.replacing("weight: 60", with: "weight: 60, provenance: published, cite: pedoman")
    #expect(findings(RuleText.change("- set: {part: masuk, \(keys)}"), extending: ["2021": base]).isEmpty)
  }

  @Test func `a move says where its weight comes from by a set in the same change`() {
    let base = RuleText.base.replacing("weight: 60", with: "weight: 60, provenance: published")
    let edits = "- move: {part: masuk, under: proses, weight: 2}\n- set: {part: masuk, provenance: published}"
    #expect(findings(RuleText.change(edits), extending: ["2021": base]).isEmpty)
  }

  @Test func `a published weight without any source is not covered by the source of the number before`() {
    let base = RuleText.base.replacing("weight: 60", with: "weight: 60, provenance: published")
    let text = RuleText.change("- set: {part: masuk, weight: 70, provenance: published}").replacing("    cite: pedoman\n", with: "")
    #expect(
      findings(text, extending: ["2021": base]) == [
        "T0244 the change `ubah` cites no source",
        "T0252 the weight of `masuk` is new, but its source is that of the number before",
      ])
  }

  @Test func `who is to say where a weight comes from may say it on the change`() {
    let base = RuleText.base.replacing("weight: 60", with: "weight: 60, provenance: published")
    let text = RuleText.change("- set: {part: masuk, weight: 70}").replacing("    cite: pedoman\n", with: "")
    let help = load(text, extending: ["2021": base]).log.diagnostics.last.flatMap(\.help)
    #expect(help?.en == "write `provenance:` and `cite:` beside the new weight, or `cite:` on the change")
    #expect(help?.id == "tulis `provenance:` dan `cite:` di samping bobot yang baru, atau `cite:` pada perubahannya")
  }

  @Test func `a field that goes with its part needs no word`() {
    #expect(findings(RuleText.change("- remove: {part: proses}\n- remove: {field: buka}")).isEmpty)
  }

  @Test(arguments: ["{kind: renamed, from: buka, to: tutup}", "{kind: dropped, from: buka}"])
  func `a lineage can say that a field has another name, or is recorded no more`(link: String) {
    #expect(findings(whole("lineage: {from: 2021, fields: [\(link)]}", replacing: "buka", by: "tutup")).isEmpty)
  }

  @Test func `a field renamed twice within a step is still recorded`() {
    #expect(findings(RuleText.change("- rename: {field: buka, to: satu}\n- rename: {field: satu, to: dua}")).isEmpty)
  }

  @Test func `a part that is dropped takes its field along`() {
    let text = whole(
      "lineage: {from: 2021, parts: [{kind: dropped, from: jam}, {kind: new, to: pukul}]}", replacing: "id: jam", by: "id: pukul"
    ).replacing("buka", with: "tutup")
    #expect(findings(text).isEmpty)
  }

  @Test func `a part that was renamed, split or merged is read by what its successors read`() {
    let renamed = whole("lineage: {from: 2021, parts: [{kind: renamed, from: jam, to: pukul}]}", replacing: "id: jam", by: "id: pukul")
    #expect(findings(renamed.replacing("buka", with: "tutup")).isEmpty)
    let merged = RuleText.with(
      """
      lineage: {from: 2021, parts: [{kind: merged, from: [masuk, jam], to: semua}, {kind: dropped, from: proses}]}
      fields: {lain: {per: unit, type: yes_no}}
      score: {id: total, cite: pedoman, parts: [{id: semua, weight: 1, yes_no: lain}]}
      """)
    #expect(findings(merged).isEmpty, "\(findings(merged))")
  }

  @Test func `a field without which last year's rules cannot be read is named with its readers`() {
    let told = findings(whole("lineage: {from: 2021}", replacing: "buka", by: "tutup"))
    #expect(told == ["T0249 the field `buka` is no longer recorded, but edition 2021 needs it for `jam`, which goes on"])
  }

  @Test func `the same field on another scale of the same part is no other thing`() {
    #expect(findings(RuleText.change("- set: {part: masuk, yes_no: {field: ada, invert: true}}")).isEmpty)
  }

  @Test func `what comes back as it went may have its old name`() {
    let base = RuleText.base.replacing("edition: 2021", with: "edition: 2020")
    let without = RuleText.change("- remove: {part: masuk}").replacing("edition: 2022", with: "edition: 2021")
      .replacing("extends: 2021", with: "extends: 2020")
    let text = RuleText.change("- add: {under: total, part: {id: masuk, weight: 60, yes_no: ada}}")
    let told = findings(text, extending: ["2021": without, "2020": base])
    // 2021 no longer uses `ada`; that is told in its own check.
    #expect(told.isEmpty, "\(told)")
  }

  @Test func `a change that comes after another needs no word about it`() {
    let text = RuleText.extending(
      changes: """
        - {id: baru, title: {id: Baru, en: New}, cite: pedoman, edits: [add: {under: total, part: {id: loket, weight: 1, yes_no: ada}}]}
        - {id: bobot, title: {id: Bobot, en: Weight}, cite: pedoman, after: [baru], edits: [set: {part: loket, weight: 2}]}
        """)
    #expect(findings(text).isEmpty)
  }

  @Test func `changes that only together add up to 100 can be evaluated one by one`() {
    let text = RuleText.extending(
      changes: """
        - {id: a, title: {id: A, en: A}, cite: pedoman, edits: [set: {part: masuk, weight: 70}]}
        - {id: b, title: {id: B, en: B}, cite: pedoman, edits: [set: {part: proses, weight: 30}]}
        """)
    let base = RuleText.with("defaults: {weights_sum: 100}", in: RuleText.base.replacing("weight: 1,", with: "weight: 100,"))
    #expect(findings(text, extending: ["2021": base]).isEmpty)
  }

  @Test func `a change is named with the one that it needs and the reason`() {
    let text = RuleText.extending(
      changes: """
        - {id: lain, title: {id: L, en: L}, cite: pedoman, edits: [set: {part: masuk, weight: 70}]}
        - {id: baru, title: {id: Baru, en: New}, cite: pedoman, edits: [add: {under: total, part: {id: loket, weight: 1, yes_no: ada}}]}
        - {id: bobot, title: {id: Bobot, en: Weight}, cite: pedoman, edits: [set: {part: loket, weight: 2}]}
        """)
    #expect(findings(text) == ["T0251 the change `bobot` cannot be carried out without `baru`: there is no part `loket`"])
  }

  @Test func `more changes than can be tried are said to be too many`() {
    let fields = (0..<5_000).map { "f\($0): {per: unit, type: text}" }.joined(separator: ", ")
    let base = RuleText.base.replacing("fields: {ada", with: "fields: {\(fields), ada")
    let changes = (0..<40).map {
      "- {id: c\($0), title: {id: A, en: A}, cite: pedoman, edits: [add: {fields: {g\($0): {per: unit, type: text}}}]}\n"
    }
    #expect(
      findings(RuleText.extending(changes: changes.joined()), extending: ["2021": base]) == [
        "T0251 the 40 changes of this edition are too many to be tried one by one"
      ])
  }

  @Test func `loading for a score asks nothing about the way to the edition`() {
    let text = RuleText(whole("lineage: {from: 2021}", replacing: "buka", by: "tutup"))
    let base = RuleText(RuleText.base, name: "uji/2021.yaml").source
    #expect(EditionLoader { _, _ in base }.load(text.source).log.diagnostics.isEmpty)
  }
}
