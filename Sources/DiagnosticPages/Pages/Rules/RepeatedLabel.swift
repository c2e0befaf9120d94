internal import RuleDiagnostics

/// T0239.
extension CodePage {
  static let repeatedLabel = CodePage(
    severity: .warning,
    title: Words(id: "Dua label yang sama", en: "Two equal labels"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "`keluar` dan `masuk` di `total` berlabel sama, `Input`",
        en: "`keluar` and `masuk` in `total` have one label, `Input`"),
      wrong: """
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, label: {id: Masukan, en: Input}, weight: 60, yes_no: ada}
            - {id: ⟦keluar⟧, label: {id: Keluaran, en: Input}, weight: 40, yes_no: ada}
        """,
      right: """
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, label: {id: Masukan, en: Input}, weight: 60, yes_no: ada}
            - {id: keluar, label: {id: Keluaran, en: Output}, weight: 40, yes_no: ada}
        """),
    reason: Words(
      id: "Laporan menyebut bagian dan zona dengan labelnya. Dua saudara dengan label yang sama tidak dapat dibedakan pembaca.",
      en: "Reports name parts and zones by their labels. Readers cannot tell two siblings of one label apart."),
    remedy: Words(id: "Beri masing-masing label sendiri.", en: "Give each a label of its own."))
}
