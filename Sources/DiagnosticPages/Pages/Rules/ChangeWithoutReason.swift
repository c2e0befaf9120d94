internal import RuleDiagnostics

/// T0244.
extension CodePage {
  static let changeWithoutReason = CodePage(
    severity: .warning,
    title: Words(id: "Perubahan tanpa sumber", en: "A change without a source"),
    example: CodeExample(
      .changes,
      says: Words(id: "perubahan `ubah` tidak menyebut sumber", en: "the change `ubah` cites no source"),
      wrong: """
        - {id: ⟦ubah⟧, title: {id: Ubah, en: Change}, edits: [set: {part: masuk, weight: 70}]}
        """,
      right: """
        - {id: ubah, title: {id: Ubah, en: Change}, cite: pedoman, edits: [set: {part: masuk, weight: 70}]}
        """),
    reason: Words(
      id: """
        Setelah nilai turun, orang bertanya atas dasar apa aturannya berubah. Setiap perubahan bernama karena itu menyebut dokumen yang
        menetapkannya. Tanpa itu edisi masih dapat dihitung, tetapi tidak dapat dikunci.
        """,
      en: """
        After a score has fallen, people ask on what ground the rules changed. So each named change cites the document that laid it down.
        Without it the edition can be computed, but not locked.
        """),
    remedy: Words(id: "Tambahkan `cite: [sumber]` pada perubahan itu.", en: "Add `cite: [source]` to the change."))
}
