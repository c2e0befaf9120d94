import RuleDiagnostics
import RuleLoading
import Testing

struct SeveralMistakesTests {
  @Test func `ten mistakes in one file are found in one run, each at its words`() {
    let file = """
      timbang: 1
      id: uji
      edition: 2022
      title: {id: "Évaluasi 😀", en: Assessment}   # é 😀
      sources: {pedoman: {title: "Pedoman “ünïts”", ⟦knd⟧: law}}
      units: {unit: {label: ⟦{id: "Unit é", en: }⟧}}
      fields:
        ada: {label: {id: "Adá", en: "Présent"}, per: unit, type: ⟦"yes–no"⟧}
        buka: {label: {id: "日本語", en: "😀😀"}, per: ⟦"é"⟧, type: yes_no}
        lama: {label: {id: "Lama", en: "Time"}, per: unit, type: number, unit: "µs", range: ⟦[60, 0]⟧}
      score:
        id: total
        cite: [pedoman, ⟦"uu25 é"⟧]
        parts:
          - {label: {id: "É", en: "É"}, id: satu, weight: ⟦"½"⟧, yes_no: ada}
          - {label: {id: "😀", en: "😀"}, id: ⟦"dua é"⟧, weight: 1, yes_no: ada}
          - {label: {id: "a\u{301}", en: "a"}, id: tiga, weight: 1, yes_no: {field: ada, invert: ⟦ya⟧}}
          - {label: {id: "ﬁ", en: "fi"}, id: empat, weight: 1, yes_no: ⟦adá⟧}
      zones: {cite: pedoman, ladder: [{label: {id: "Mérah", en: "Red"}, id: merah, from: ⟦10⟧}]}
      """
    let marks = places(of: file)
    #expect(marks.count == 11)
    let loaded = load(file.filter { $0 != "⟦" && $0 != "⟧" })
    #expect(Set(loaded.log.diagnostics.compactMap { $0.range?.place }) == Set(marks), "\(loaded.findings)")
    #expect(loaded.log.diagnostics.count == 11, "\(loaded.findings)")
    #expect(
      Set(loaded.log.diagnostics.map(\.code)) == [
        .unknownKey, .missingLanguage, .notAChoice, .unknownRung, .range, .unknownSource, .notANumber, .notAnID, .notABoolean,
        .unknownField,
        .zoneLines,
      ])
    #expect(loaded.edition == nil)
  }

  @Test func `a mistake is told once, not again by what follows from it`() {
    for broken in ["type: yesno", "per: unti, type: yes_no", "[]"] {
      let field = broken == "[]" ? "[]" : "{\(broken.contains("per") ? "" : "per: unit, ")\(broken)}"
      let text = RuleText.with(
        """
        fields: {ada: \(field), nilai: {per: unit, type: number, range: [0, 1]}}
        units: {unit: {combine: {weighted: {field: nilai}}}}
        score:
          id: total
          cite: pedoman
          parts: [{id: a, weight: 1, yes_no: ada}, {id: b, weight: 1, bands: {field: ada, rows: [{from: 0, score: 0}]}}]
        """)
      #expect(load(text).log.diagnostics.count == 1, "\(load(text).findings)")
    }
    #expect(load(RuleText.with("fields: []")).log.diagnostics.count == 1)
    #expect(load(RuleText.with("sources: []")).log.diagnostics.count == 1)
    #expect(load(RuleText.with("units: []")).log.diagnostics.count == 1)
    let part =
      "defaults: {weights_sum: 100}\nscore: {id: total, cite: pedoman, parts: [{id: a, weight: x, yes_no: ada}, {id: b, weight: 50, yes_no: ada}]}"
    #expect(load(RuleText.with(part)).log.diagnostics.count == 1)
    let edit = RuleText.change("- remove: {part: mask}\n- set: {part: proses, weight: 100}\n- set: {defaults: {weights_sum: 100}}")
    #expect(load(edit, extending: ["2021": RuleText.base]).log.diagnostics.count == 1)
  }

  @Test func `mistakes in the base are told in its file, beside those of the new file`() {
    let base = RuleText.base.replacing("weight: 60", with: "weight: 0").replacing("from: 0", with: "from: 5")
    let text = RuleText.change("- set: {part: jam, weight: -1}\n- set: {part: proses, bobot: 3}")
    let loaded = load(text, extending: ["2021": base])
    let told = loaded.log.diagnostics.map { "\($0.code.rawValue) \($0.range?.description ?? "")" }
    #expect(
      Set(told) == ["T0205 uji/2021.yaml:11:27", "T0219 uji/2021.yaml:13:51", "T0205 uji/2022.yaml:10:34", "T0202 uji/2022.yaml:11:29"],
      "\(loaded.findings)")
  }

  @Test func `a base that is no YAML is told in its file`() {
    let loaded = load(RuleText.extending(), extending: ["2021": RuleText.base + "zones: [\n"])
    #expect(loaded.log.diagnostics.first?.range?.file == "uji/2021.yaml")
    #expect(loaded.edition == nil)
    #expect(loaded.sources.map(\.name) == ["uji/2022.yaml", "uji/2021.yaml"])
  }

  @Test func `warnings do not refuse a file`() {
    let loaded = load(
      RuleText.with("score: {id: total, yes_no: ada}\nfields: {ada: {per: unit, type: yes_no}, b: {per: unit, type: yes_no}}"))
    #expect(loaded.log.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(loaded.edition != nil)
  }

  /// `line:column-line:column` of each pair of marks.
  private func places(of marked: String) -> [String] {
    var ends: [String] = []
    for (line, text) in marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var column = 1
      for scalar in text.unicodeScalars {
        if scalar == "⟦" || scalar == "⟧" { ends.append("\(line + 1):\(column)") } else { column += 1 }
      }
    }
    return stride(from: 0, to: ends.count - 1, by: 2).map { "\(ends[$0])-\(ends[$0 + 1])" }
  }
}
