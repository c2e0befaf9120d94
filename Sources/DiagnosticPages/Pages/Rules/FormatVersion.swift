internal import RuleDiagnostics

/// T0210.
extension CodePage {
  static let formatVersion = CodePage(
    title: Words(id: "Versi format lain", en: "Another version of the format"),
    example: CodeExample(
      .sections,
      says: Words(id: "format `2` tidak dikenal", en: "unknown format `2`"),
      wrong: """
        timbang: ⟦2⟧
        """,
      right: """
        timbang: 1
        """),
    reason: Words(
      id: "`timbang: 1` berkata dengan aturan mana berkas ini dibaca. Berkas untuk versi lain dapat berisi kata yang artinya berbeda.",
      en: "`timbang: 1` says by which rules the file is read. A file for another version may hold words that mean something else."),
    remedy: Words(
      id: "Tulis `timbang: 1`. Kalau berkas ini memang dibuat untuk versi yang lebih baru, perbarui timbang.",
      en: "Write `timbang: 1`. If the file was really made for a newer version, update timbang."))
}
