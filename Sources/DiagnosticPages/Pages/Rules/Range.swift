internal import RuleDiagnostics

/// T0225.
extension CodePage {
  static let range = CodePage(
    title: Words(id: "Rentang yang tidak naik", en: "A range that does not rise"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "skala nilai `scale` mulai pada 100 dan berakhir pada 0",
        en: "the range of scores `scale` begins at 100 and ends at 0"),
      wrong: """
        scale: ⟦[100, 0]⟧
        """,
      right: """
        scale: [0, 100]
        """),
    reason: Words(
      id: """
        Rentang terdiri dari dua angka, yang rendah dulu. Dengan urutan terbalik tidak ada angka yang masuk, sehingga semua pengamatan
        akan ditolak.
        """,
      en: """
        A range is two numbers, the lower one first. In the wrong order no number would fall within it, and every observation would be
        refused.
        """),
    remedy: Words(id: "Tulis `[terendah, tertinggi]`.", en: "Write `[lowest, highest]`."))
}
