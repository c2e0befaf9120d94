internal import RuleDiagnostics

/// T0209.
extension CodePage {
  static let notAChoice = CodePage(
    title: Words(id: "Bukan salah satu pilihan", en: "Not one of the choices"),
    example: CodeExample(
      .sections,
      says: Words(id: "`yesno` tidak dikenal untuk `type`", en: "`yesno` is not known for `type`"),
      wrong: """
        fields: {ada: {per: unit, type: ⟦yesno⟧}}
        """,
      right: """
        fields: {ada: {per: unit, type: yes_no}}
        """),
    reason: Words(
      id: "Kunci ini menerima beberapa kata saja. Kata lain tidak punya arti, dan menebaknya dapat mengubah nilai.",
      en: "This key takes one of a few words. Another word has no meaning, and guessing it could change scores."),
    remedy: Words(id: "Pilih kata dari daftar pada saran.", en: "Choose a word from the list in the help."))
}
