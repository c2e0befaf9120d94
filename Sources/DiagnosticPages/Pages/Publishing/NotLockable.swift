internal import RuleDiagnostics

/// T0712.
extension CodePage {
  static let notLockable = CodePage(
    title: Words(id: "Edisi ini tidak dapat dikunci", en: "The edition cannot be locked"),
    example: CodeExample(
      .fragment,
      says: Words(
        id: "`contoh/2022` berstatus `draft`; hanya edisi terbit yang dikunci",
        en: "`contoh/2022` has the status `draft`; only published editions are locked"),
      wrong: """
        edition: 2022
        status: ⟦draft⟧
        """,
      right: """
        edition: 2022
        status: published
        """),
    reason: Words(
      id: """
        Yang dikunci tidak dapat diubah lagi. Karena itu edisi harus sudah ditetapkan, tanpa galat, berada di folder aturan, dan setiap
        perubahannya punya judul dan sumber.
        """,
      en: """
        What is locked cannot be changed any more. So the edition must have been adopted, be without errors, lie in the rules folder, and
        each of its changes must have a title and a source.
        """),
    remedy: Words(
      id: "Lengkapi yang disebut dalam pesan. Edisi yang sudah ditetapkan diberi `status: published`.",
      en: "Complete what the message names. An edition that was adopted gets `status: published`."))
}
