internal import RuleDiagnostics

/// T0229.
extension CodePage {
  static let missingLanguage = CodePage(
    title: Words(id: "Satu bahasa tidak ada", en: "A language is missing"),
    example: CodeExample(
      .sections,
      says: Words(id: "`title` tidak punya teks `en`", en: "`title` has no text in `en`"),
      wrong: """
        title: ⟦{id: Penilaian 2022}⟧
        """,
      right: """
        title: {id: Penilaian 2022, en: Assessment 2022}
        """),
    reason: Words(
      id: """
        Hasil dan penjelasan dibaca dalam bahasa Indonesia dan Inggris. Teks yang hanya ada dalam satu bahasa akan meninggalkan celah
        dalam laporan.
        """,
      en: """
        Results and explanations are read in Indonesian and in English. A text in one language only would leave a gap in a report.
        """),
    remedy: Words(
      id: "Tulis keduanya: `{id: ..., en: ...}`. Kalau sebuah nama sama dalam dua bahasa, tulis dua kali.",
      en: "Write both: `{id: ..., en: ...}`. If a name is the same in both, write it twice."))
}
