internal import RuleDiagnostics

/// T0234.
extension CodePage {
  static let formulaRisk = CodePage(
    severity: .warning,
    title: Words(id: "Rumus atau titik acuan yang dapat gagal", en: "A formula or goalposts that may fail"),
    example: CodeExample(
      .sections,
      says: Words(id: "pembagi `nilai` dapat bernilai nol: [0, 10]", en: "the divisor `nilai` may be zero: [0, 10]"),
      wrong: """
        fields: {ada: {per: unit, type: yes_no}, nilai: {per: unit, type: number, range: [0, 10]}}
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, weight: 80, yes_no: ada}
            - {id: hasil, weight: 20, formula: "clamp(10 / ⟦nilai⟧, 0, 100)"}
        """,
      right: """
        fields: {ada: {per: unit, type: yes_no}, nilai: {per: unit, type: number, range: [1, 10]}}
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, weight: 80, yes_no: ada}
            - {id: hasil, weight: 20, formula: "clamp(10 / nilai, 0, 100)"}
        """),
    reason: Words(
      id: """
        Menurut rentang bidang-bidangnya rumus ini dapat dibagi nol atau keluar dari skala, atau gabungan sebuah kelompok dapat melewati
        `goalposts`-nya. Selama datanya tidak sampai ke sana, hasilnya terdefinisi; kalau sampai, instansi itu tidak mendapat nilai.
        """,
      en: """
        By the ranges of its fields this formula may divide by zero or leave the scale, or what a group gives together may pass its
        `goalposts`. As long as the data do not go there the result is defined; if they do, the institution gets no score.
        """),
    remedy: Words(
      id: """
        Batasi dengan `when`, misalnya `when: "adu_masuk > 0"`, dengan `clamp(...)`, atau perketat `range` bidangnya. `goalposts` dibatasi
        dengan `clamp: true`.
        """,
      en: """
        Limit it by `when`, such as `when: "adu_masuk > 0"`, by `clamp(...)`, or by a tighter `range` of the field. `goalposts` are limited
        by `clamp: true`.
        """))
}
