internal import RuleDiagnostics

/// T0207.
extension CodePage {
  static let notABoolean = CodePage(
    title: Words(id: "Bukan `true` atau `false`", en: "Neither `true` nor `false`"),
    example: CodeExample(
      .sections,
      says: Words(id: "`yes` bukan true atau false untuk `optional`", en: "`yes` is neither true nor false for `optional`"),
      wrong: """
        fields: {ada: {per: unit, type: yes_no, optional: ⟦yes⟧}}
        """,
      right: """
        fields: {ada: {per: unit, type: yes_no, optional: true}}
        """),
    reason: Words(
      id: """
        `yes`, `ya`, `on`, `y` dan `True` dibaca berbeda oleh program yang berbeda. Hanya dua kata yang tidak dapat disalahpahami: `true`
        dan `false`.
        """,
      en: """
        `yes`, `ya`, `on`, `y` and `True` are read differently by different programs. Only two words cannot be misunderstood: `true` and
        `false`.
        """),
    remedy: Words(id: "Tulis `true` atau `false`, tanpa kutip.", en: "Write `true` or `false`, without quotes."))
}
