internal import RuleDiagnostics

/// T0104.
extension CodePage {
  static let tabIndent = CodePage(
    title: Words(id: "Lekukan dengan tab", en: "Indentation with a tab"),
    example: CodeExample(
      .sections,
      says: Words(id: "tab di tempat spasi indentasi", en: "a tab where spaces must indent"),
      wrong: """
        score:
        ⟦<TAB>⟧id: total
          cite: pedoman
          yes_no: ada
        """,
      right: """
        score:
          id: total
          cite: pedoman
          yes_no: ada
        """),
    reason: Words(
      id: """
        Lebar tab berbeda di setiap editor, padahal lekukan menentukan apa milik apa. YAML karena itu hanya mengenal spasi di awal baris.
        """,
      en: """
        The width of a tab differs between editors, but indentation says what belongs to what. YAML therefore knows only spaces at the
        beginning of a line.
        """),
    remedy: Words(
      id: "Ganti tab dengan spasi, dua untuk setiap tingkat. Kebanyakan editor dapat melakukannya untuk seluruh berkas.",
      en: "Put spaces in place of the tab, two for each level. Most editors can do so for the whole file."))
}
