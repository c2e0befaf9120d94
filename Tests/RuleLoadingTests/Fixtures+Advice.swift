import RuleDiagnostics

/// What is worth knowing about rules that can be computed, and printed ends of zones and bands.
extension Fixture {
  static let ofAdvice: [Fixture] = [
    Fixture(.emptiedGroup, .note, "score: {id: ⟦total⟧, cite: pedoman, missing: skip, parts: [{id: masuk, weight: 1, yes_no: ada}]}"),
    Fixture(
      .emptiedGroup, .note,
      """
      score:
        id: total
        cite: pedoman
        parts:
          - {id: tetap, weight: 1, yes_no: ada}
          - {id: ⟦layanan⟧, weight: 1, parts: [{id: loket, weight: 1, when: "ada", yes_no: ada}]}
      """),
    Fixture(.unusedSource, .warning, "sources: {pedoman: {title: Pedoman}, ⟦uu25⟧: {title: Undang-undang}}"),
    Fixture(
      .unusedSource, .warning,
      file: RuleText.change("- set: {part: masuk, weight: 70}") + "sources: {⟦uu25⟧: {title: Undang-undang}}\n"),
    Fixture(.unknownSource, "flags: {lulus: {when: \"ada\", cite: ⟦uu25⟧}}"),
    Fixture(
      .statedCount, .warning,
      """
      score:
        id: ⟦total⟧
        cite: pedoman
        label: {id: "Nilai (2 indikator)", en: Score}
        parts:
          - {id: masuk, weight: 1, yes_no: ada}
          - {id: keluar, weight: 1, yes_no: ada}
          - {id: tunggu, weight: 1, yes_no: ada}
      """),
    Fixture(.statedCount, .warning, "score: {id: ⟦total⟧, cite: pedoman, label: {id: Nilai, en: Four items}, checklist: {items: [ada]}}"),
    Fixture(.statedCount, .warning, "title: ⟦{id: Penilaian, en: Assessment with 5 zones}⟧"),
    Fixture(
      .formulaShare, .note,
      """
      score:
        id: ⟦total⟧
        cite: pedoman
        parts:
          - {id: masuk, weight: 74, yes_no: ada}
          - {id: rumus, weight: 26, formula: "if(ada, 100, 0)"}
      """),
    Fixture(
      .repeatedLabel, .warning,
      """
      score:
        id: total
        cite: pedoman
        parts:
          - {id: masuk, label: {id: Masukan, en: Input}, weight: 60, yes_no: ada}
          - {id: ⟦keluar⟧, label: {id: Keluaran, en: Input}, weight: 40, yes_no: ada}
      """),
    Fixture(
      .repeatedLabel, .warning,
      """
      zones:
        cite: pedoman
        ladder:
          - {id: merah, from: 0, label: {id: Rendah, en: Low}}
          - {id: ⟦hijau⟧, from: 50, label: {id: Rendah, en: Low}}
      """),
    Fixture(
      .missingCitation, .warning,
      "score: {id: ⟦total⟧, parts: [{id: masuk, weight: 1, cite: pedoman, yes_no: ada}, {id: keluar, weight: 1, yes_no: ada}]}"),
    Fixture(
      .weightNotPositive, .warning,
      """
      units: {instansi: {}, unit: {in: instansi, combine: ⟦{weighted: {field: pegawai}}⟧}}
      fields: {ada: {per: unit, type: yes_no}, pegawai: {per: unit, type: number}}
      """),
    Fixture(
      .zoneLines, .warning,
      """
      fields: {tingkat: {per: unit, type: level, range: [0, 1]}}
      score: {id: total, cite: pedoman, levels: {field: tingkat, scores: {0: 0, 1: 80}}}
      zones: {cite: pedoman, ladder: [{id: merah, from: 0}, {id: hijau, from: ⟦80.01⟧}]}
      """),
    Fixture(
      .zoneLines, .warning,
      """
      fields: {tingkat: {per: unit, type: level, range: [0, 1]}}
      score: {id: total, cite: pedoman, levels: {field: tingkat, scores: {0: 20, 1: 100}}}
      zones: {cite: pedoman, ladder: [{id: merah, from: ⟦0⟧}, {id: hijau, from: 20}]}
      """),
    Fixture(
      .bandRows, .warning,
      """
      fields: {jumlah: {per: unit, type: count, range: [0, 10]}}
      score: {id: ⟦total⟧, cite: pedoman, bands: {field: jumlah, rows: [{from: 0, score: 0}, {from: 2.2, score: 50}, {from: 2.8, score: 100}]}}
      """),
    Fixture(
      .bandRows, .warning,
      """
      fields: {nilai: {per: unit, type: number, range: [10, 20]}}
      score: {id: ⟦total⟧, cite: pedoman, bands: {field: nilai, rows: [{from: 0, score: 0}, {from: 10, score: 100}]}}
      """),
    // Scores of two decimals: 80.91 to 80.99 would be neither yellow nor green.
    printed("{id: merah, from: 0, to: 50.99}, {id: kuning, from: 51, to: ⟦80.9⟧}, {id: hijau, from: 81, to: 100}"),
    printed("{id: merah, from: 0, to: 50.99}, {id: kuning, from: 51, to: ⟦81.01⟧}, {id: hijau, from: 81}"),
    printed("{id: merah, from: 0, to: 50.99}, {id: hijau, from: 51, to: ⟦99⟧}"),
    printed("{id: merah, from: 0, to: ⟦50.99⟧}, {id: hijau, from: 51}", on: "exact"),
    rows("count", "{from: 0, to: ⟦3⟧, score: 0}, {from: 5, score: 100}"),
    rows("count", "{from: 0, score: 0}, {from: 5, to: ⟦9⟧, score: 100}"),
    rows("number", "{from: 0, to: ⟦4⟧, score: 0}, {from: 5, score: 100}"),
  ]

  /// A total of two decimals with a ladder that prints its ends.
  private static func printed(_ steps: String, on basis: String = "rounded") -> Fixture {
    Fixture(
      .zoneLines, "score: {id: total, cite: pedoman, round: 2, yes_no: ada}\nzones: {cite: pedoman, on: \(basis), ladder: [\(steps)]}")
  }

  /// Bands over a field from 0 to 10 that print their ends.
  private static func rows(_ type: String, _ rows: String) -> Fixture {
    Fixture(
      .bandRows,
      "fields: {nilai: {per: unit, type: \(type), range: [0, 10]}}\nscore: {id: total, cite: pedoman, bands: {field: nilai, rows: [\(rows)]}}"
    )
  }
}
