import RuleDiagnostics
import RuleLoading
import Testing

/// Rules about which the checks for what is worth knowing say nothing.
struct SoundAdviceTests {
  private func expectSilence(_ sections: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let loaded = load(RuleText.with(sections))
    #expect(loaded.summary.isEmpty, "\(loaded.findings)", sourceLocation: sourceLocation)
  }

  @Test func `a group in which one part always counts is not emptied`() {
    expectSilence(
      """
      score:
        id: total
        cite: pedoman
        missing: skip
        parts: [{id: masuk, weight: 1, yes_no: ada}, {id: tetap, weight: 1, missing: zero, yes_no: ada}]
      """)
  }

  @Test(arguments: ["!buka", "!(buka)"])
  func `of two conditions that exclude each other one always holds`(other: String) {
    expectSilence(
      """
      fields: {ada: {per: unit, type: yes_no}, buka: {per: unit, type: yes_no}}
      score:
        id: total
        cite: pedoman
        parts: [{id: masuk, weight: 1, when: "buka", yes_no: ada}, {id: lain, weight: 1, when: "\(other)", yes_no: ada}]
      """)
  }

  @Test func `a source that only a flag, the zones or a change cites is used`() {
    expectSilence(
      """
      sources: {pedoman: {title: Pedoman}, uu25: {title: Undang-undang}}
      flags: {lulus: {when: "ada", cite: uu25}}
      """)
  }

  @Test func `what an earlier edition lists and this one cites no more is no matter of this one`() {
    let base = RuleText.with(
      "sources: {pedoman: {title: P}, uu25: {title: U}}\nscore: {id: total, cite: [pedoman, uu25], yes_no: ada}\nedition: 2021",
      in: RuleText.base)
    let loaded = load(RuleText.change("- set: {part: total, cite: pedoman}"), extending: ["2021": base])
    #expect(!loaded.log.diagnostics.contains { $0.code == .unusedSource }, "\(loaded.findings)")
  }

  @Test(arguments: [
    "Standar (2 variabel)", "Dua variabel", "3 indikator", "tiga indikator dan rinciannya", "5 dari 13 indikator", "2 indikator baru",
    "Indikator 7", "0-7 indikator", "1.007 indikator", "sampai 7 indikator",
  ])
  func `a stated number that is right, or may mean something else, is left alone`(label: String) {
    expectSilence(
      """
      score:
        id: total
        cite: pedoman
        label: {id: "\(label)", en: Score}
        parts:
          - {id: masuk, weight: 1, yes_no: ada}
          - {id: dalam, weight: 1, parts: [{id: a, weight: 1, yes_no: ada}, {id: b, weight: 1, yes_no: ada}]}
      """)
  }

  @Test func `a quarter of the total may be decided by formulas`() {
    // 50 % of 50 % is 25 %.
    expectSilence(
      """
      score:
        id: total
        cite: pedoman
        parts:
          - {id: masuk, weight: 50, yes_no: ada}
          - {id: dalam, weight: 50, parts: [{id: a, weight: 1, yes_no: ada}, {id: b, weight: 1, formula: "if(ada, 100, 0)"}]}
      """)
  }

  @Test func `the share of formulas is said exactly`() {
    // One of three equal parts: 100/3 %.
    let loaded = load(
      RuleText.with(
        """
        score:
          id: total
          cite: pedoman
          parts:
            - {id: a, weight: 1, yes_no: ada}
            - {id: b, weight: 1, yes_no: ada}
            - {id: c, weight: 1, formula: "if(ada, 100, 0)"}
        """))
    #expect(loaded.log.diagnostics.map(\.message.en) == ["100/3 % of the total is decided by `formula`, more than 25 %"])
  }

  @Test(arguments: ["50.99", "51", "51.00"])
  func `a printed end is the last score before the next zone, or the line itself`(end: String) {
    expectSilence(
      """
      score: {id: total, cite: pedoman, round: 2, yes_no: ada}
      zones: {cite: pedoman, ladder: [{id: merah, from: 0, to: \(end)}, {id: hijau, from: 51, to: 100}]}
      """)
  }

  @Test(arguments: [("count", "4"), ("count", "5"), ("level", "4"), ("number", "5"), ("number", "4.99")])
  func `a printed end of a band is the last value before the next row, or where that begins`(type: String, end: String) {
    expectSilence(
      """
      fields: {nilai: {per: unit, type: \(type), range: [0, 10]}}
      score:
        id: total
        cite: pedoman
        bands: {field: nilai, rows: [{from: 0, to: \(end), score: 0}, {from: 5, to: 10, score: 100}]}
      """)
  }

  @Test func `the help says which end would be right`() {
    let loaded = load(
      RuleText.with(
        """
        score: {id: total, cite: pedoman, round: 2, yes_no: ada}
        zones: {cite: pedoman, ladder: [{id: merah, from: 0}, {id: kuning, from: 51, to: 80.9}, {id: hijau, from: 81}]}
        """))
    #expect(
      loaded.log.diagnostics.map(\.help?.en) == [
        "write `to: 80.99` (scores have 2 decimals), or remove `to`: a step ends where the next begins"
      ])
  }

  @Test func `a zone that only the missing policy reaches can be reached`() {
    expectSilence(
      """
      fields: {tingkat: {per: unit, type: level, range: [0, 1]}}
      score: {id: total, cite: pedoman, missing: {value: 100}, levels: {field: tingkat, scores: {0: 0, 1: 80}}}
      zones: {cite: pedoman, ladder: [{id: merah, from: 0}, {id: hijau, from: 81}]}
      """)
  }

  @Test func `the reach of a group is weighed`() {
    // At most (60 * 100 + 40 * 50) / 100 = 80.
    let text = RuleText.with(
      """
      fields: {ada: {per: unit, type: yes_no}, tingkat: {per: unit, type: level, range: [0, 1]}}
      score:
        id: total
        cite: pedoman
        parts: [{id: a, weight: 60, yes_no: ada}, {id: b, weight: 40, levels: {field: tingkat, scores: {0: 0, 1: 50}}}]
      zones: {cite: pedoman, ladder: [{id: merah, from: 0}, {id: kuning, from: 80}, {id: hijau, from: 80.5}]}
      """)
    #expect(load(text).log.diagnostics.map(\.message.en) == ["the zone `hijau` is never reached: the total lies within 0..80"])
  }
}
