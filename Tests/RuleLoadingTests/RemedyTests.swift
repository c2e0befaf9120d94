import RuleDiagnostics
import RuleLoading
import RuleModel
import Testing

/// What is said to somebody who writes rules for the first time.
struct RemedyTests {
  private func help(_ text: String, extending others: [String: String] = ["2021": RuleText.base]) -> [String?] {
    load(text, extending: others).log.diagnostics.map(\.help?.en)
  }

  @Test(arguments: [
    ("delete", "remove"), ("hapus", "remove"), ("change", "set"), ("ubah", "set"), ("insert", "add"), ("ganti", "replace"),
    ("Pindah", "move"),
    ("removed", "remove"),
  ])
  func `a word that means an edit suggests that edit`(word: String, verb: String) {
    #expect(help(RuleText.change("- \(word): {part: masuk}")) == ["did you mean `\(verb)`?"])
  }

  @Test func `a target without an edit is shown with one`() {
    #expect(help(RuleText.change("- part: {id: masuk}")) == ["name the edit first, such as `set: {part: ..., ...}`"])
    #expect(help(RuleText.change("- zones: {}")) == ["name the edit first, such as `replace: {zones: {...}}`"])
  }

  @Test func `a key without a blank behind its colon is told apart from a misspelt one`() {
    let loaded = load(RuleText.change("- set: {part: masuk, weight:25}"), extending: ["2021": RuleText.base])
    #expect(
      loaded.log.diagnostics.map(\.message.en) == ["unknown key `weight:25` in the part `masuk`: there is no space behind the `:`"])
    #expect(loaded.log.diagnostics.first?.message.id.hasSuffix("tidak ada spasi di belakang `:`") == true)
    #expect(loaded.log.diagnostics.first?.help?.en == "write `weight: 25`")
  }

  @Test func `of a weight that is written wrong the grounds are not told to be the same`() {
    let base = ["2021": RuleText.base.replacing("weight: 60,", with: "weight: 60, provenance: published,")]
    for weight in ["weight:50", "wieght: 50", "bobot: 50"] {
      let found = load(RuleText.change("- set: {part: masuk, \(weight), provenance: published}"), extending: base).log.diagnostics
      #expect(found.map(\.code) == [.unknownKey], "\(found)")
    }
  }

  @Test(arguments: [
    ("score: {id: total, cite: pedoman, parts: [{id: a, bobot: 1, yes_no: ada}]}", "weight"),
    ("score: {id: total, cite: pedoman, Bagian: [{id: a, weight: 1, yes_no: ada}], yes_no: ada}", "parts"),
    ("score: {id: total, sumber: pedoman, cite: pedoman, yes_no: ada}", "cite"),
    ("score: {id: total, cite: pedoman, catatan: x, yes_no: ada}", "note"),
    ("score: {id: total, cite: pedoman, syarat: ada, yes_no: ada}", "when"),
    ("score: {id: total, cite: pedoman, rumus: \"1\", yes_no: ada}", "formula"),
    ("score: {id: total, cite: pedoman, garis: {}, yes_no: ada}", "linear"),
    ("zones: {cite: pedoman, garis: []}", "ladder"),
    ("fields: {ada: {per: unit, type: yes_no, rentang: [0, 1]}}", "range"),
    ("judul: {id: A, en: A}", "title"), ("zona: {}", "zones"), ("satuan: {}", "units"),
  ])
  func `a key in Indonesian suggests the key that it means`(sections: String, key: String) {
    let found = load(RuleText.with(sections)).log.diagnostics.filter { $0.code == .unknownKey }
    #expect(found.map(\.help?.en) == ["did you mean `\(key)`?"], "\(found)")
    #expect(found.allSatisfy { $0.fix == nil })
  }

  @Test func `a key in Indonesian that cannot stand there is a key like any other`() {
    #expect(help(RuleText.with("zones: {cite: pedoman, bobot: 1, ladder: [{id: merah, from: 0}]}")).first??.contains("known here") == true)
  }

  @Test func `what a change wrote twice is shown at both places`() {
    let text = RuleText.change("- set: {part: masuk, weight: 70}\n- set: {part: masuk, weight: 80}\n- set: {part: proses, weight: 30}")
    let found = load(text, extending: ["2021": RuleText.base]).log.diagnostics
    #expect(found.map(\.message.en) == ["this change has written `weight` of `masuk` already"])
    #expect(found.first?.message.id == "perubahan ini sudah menulis `weight` pada `masuk`")
    let lines = [found.first?.notes.first?.range.start.line, found.first?.range?.start.line].compactMap(\.self)
    #expect(lines.count == 2 && lines[1] == lines[0] + 1, "\(found)")
  }

  @Test(arguments: [
    ("- merge: {parts: [masuk, proses], into: {id: gabung, weight: 100, yes_no: ada}}", "merged into `gabung`"),
    (
      "- split: {part: masuk, into: [{id: dua, weight: 30, yes_no: ada}, {id: tiga, weight: 30, yes_no: ada}]}",
      "split into `dua`, `tiga`"
    ),
    ("- rename: {part: masuk, to: masukan}", "renamed to `masukan`"),
  ])
  func `a part that is gone is told apart from one that never was`(edit: String, fate: String) throws {
    let loaded = load(RuleText.change(edit + "\n- set: {part: masuk, weight: 70}"), extending: ["2021": RuleText.base])
    let found = try #require(loaded.log.diagnostics.first { $0.code == .unknownPart })
    let place = try #require(found.notes.first?.range.start)
    #expect(found.message.en == "there is no part `masuk` any more")
    #expect(found.help?.en == "`masuk` was \(fate) at line \(place.line); name the new part, or write this edit before that")
    #expect(found.range?.start.line == place.line + 1)
    #expect(found.fix == nil)
  }

  @Test func `a part that was removed has no new name`() {
    #expect(
      help(RuleText.change("- remove: {part: masuk}\n- move: {part: masuk, under: total}")).first??
        .contains("`masuk` was removed at line") == true)
  }

  @Test(arguments: [
    ("count: {of: {rsud: \">= 1\"}}", "write a whole number such as `2`"), ("count: satu", "write a whole number such as `2`"),
    ("count: {rsud: 1}", "write `{of: {rsud: 1}}`"),
    ("count: {rsud: 1, dinas: 2}", "write `{of: {rsud: 1, dinas: 2}}`"), ("count: {kota: 1}", "write `{kind: {kota: 1}}`"),
    ("count: {kind: {kota: {rsud: 3}}}", "write `{of: {rsud: 3}}`"),
  ])
  func `how many of a rung are counted is shown as it is written`(count: String, remedy: String) {
    #expect(help(RuleText.with("units: {instansi: {kinds: [kota]}, unit: {in: instansi, \(count)}}")) == [remedy])
  }

  @Test func `a key that would be refused is never suggested`() {
    let text = RuleText.extending() + "zonse: {}\n"
    #expect(help(text).first??.contains("zones") == false, "\(help(text))")
    #expect(help(RuleText.with("precisionn: 2")).first??.contains("precision") == false)
  }

  @Test func `a text in one language is shown as it would be right`() {
    #expect(
      help(RuleText.with("title: Penilaian \"baru\" 2022")) == [
        #"write `{id: "Penilaian \"baru\" 2022", en: "Penilaian \"baru\" 2022"}` and translate one of the two"#
      ])
  }

  @Test func `the text that is shown for both languages can be read`() throws {
    let shown = try #require(help(RuleText.with(#"title: Satu \ "dua", tiga"#)).first??.split(separator: "`").dropFirst().first)
    #expect(load(RuleText.with("title: \(shown)")).edition?.edition.title == Words(same: #"Satu \ "dua", tiga"#))
  }

  @Test func `weights that do not add up are told by part, with what they were in the base`() {
    let base = RuleText.with("defaults: {weights_sum: 100}", in: RuleText.base.replacing("weight: 1,", with: "weight: 100,"))
      .replacing("{id: masuk,", with: "{id: masuk, label: {id: Masukan, en: Input},")
    let text = RuleText.change("- set: {part: masuk, weight: 32.37}\n- add: {under: total, part: {id: baru, weight: 5, yes_no: ada}}")
    let found = load(text, extending: ["2021": base]).log.diagnostics
    // 32.37 + 40 + 5 = 77.37
    #expect(found.map(\.message.en) == ["the weights in `total` add up to 77.37, expected 100"])
    #expect(found.first?.range?.description == "uji/2022.yaml:11:54")
    #expect(
      found.first?.notes.map(\.words.en) == [
        "`masuk` (Input) weighs 32.37, was 60 in 2021", "`proses` weighs 40", "`baru` weighs 5, new since 2021",
      ])
    #expect(found.first?.notes.map(\.range.file) == ["uji/2022.yaml", "uji/2021.yaml", "uji/2022.yaml"])
    // 100 - 77.37 = 22.63
    #expect(
      found.first?.help?.en == "together they are 22.63 too low; none of them is `published`; compare each weight with its source")
  }

  @Test func `no weight is singled out as wrong, and those that were published are named`() {
    let published = RuleText.base.replacing("weight: 60,", with: "weight: 59.95, provenance: published,")
      .replacing("id: proses, weight: 40,", with: "id: proses, weight: 40, provenance: reconstructed,")
    // 59.95 + 40 = 99.95
    let text = RuleText.with("edition: 2022\ndefaults: {weights_sum: 100}", in: published).replacing("weight: 1,", with: "weight: 100,")
    #expect(help(text) == ["together they are 0.05 too low; `published` are `masuk`; compare each weight with its source"])
  }

  @Test func `a sum is not held against weights of which one is misspelt`() {
    let base = RuleText.with("defaults: {weights_sum: 100}", in: RuleText.base.replacing("weight: 1,", with: "weight: 100,"))
    let text = RuleText.change("- set: {part: masuk, wight: 55}\n- set: {part: proses, weight: 45}")
    let found = load(text, extending: ["2021": base])
    #expect(found.log.diagnostics.map(\.code) == [.unknownKey], "\(found.findings)")
    let right = load(text.replacing("wight", with: "weight"), extending: ["2021": base])
    #expect(right.edition != nil, "\(right.findings)")
  }

  @Test func `a range of too many levels is told apart from none, and one level from several`() {
    let field = { (range: String) in
      RuleText.with(
        "fields: {mutu: {per: unit, type: level\(range)}}\nscore: {id: total, cite: pedoman, levels: {field: mutu, scores: {0: 0, 1: 100}}}"
      )
    }
    let messages = { (text: String) in load(text).log.diagnostics.filter { $0.code == .levelScores }.map(\.message.en) }
    #expect(
      messages(field(", range: [0, 1000000000000]")) == [
        "the part `total`: the range of the field `mutu` is too large: a scale has at most 1000 levels"
      ])
    #expect(messages(field(", range: [0, 2]")) == ["the part `total`: the level 2 has no score"])
    #expect(messages(field(", range: [0, 3]")) == ["the part `total`: the levels 2, 3 have no score"])
  }

  @Test(arguments: ["2022", "a", "A-b_c.d", String(repeating: "x", count: 100)])
  func `a name is made of letters, digits and three marks`(name: String) {
    #expect(name.isName)
  }

  @Test(arguments: ["", "_a", "-a", ".a", "a b", "é", "a/b", "a\n", String(repeating: "x", count: 101)])
  func `anything else is no name`(text: String) {
    #expect(!text.isName)
  }
}
