internal import RuleDiagnostics

/// T0201.
extension CodePage {
  static let wrongShape = CodePage(
    title: Words(id: "Bentuk yang salah", en: "The wrong shape"),
    example: CodeExample(
      .sections,
      says: Words(id: "`title` butuh teks dalam dua bahasa", en: "`title` needs its text in both languages"),
      wrong: """
        title: ⟦Penilaian 2022⟧
        """,
      right: """
        title: {id: Penilaian 2022, en: Assessment 2022}
        """),
    reason: Words(
      id: """
        Setiap kunci mengharapkan satu bentuk: satu nilai, daftar `[...]`, atau pasangan `{kunci: nilai}`. Bentuk lain tidak punya arti di
        tempat itu.
        """,
      en: """
        Each key expects one shape: a single value, a list `[...]`, or pairs `{key: value}`. Another shape has no meaning in that place.
        """),
    remedy: Words(
      id: "Tulis seperti pada saran. Judul dan label, misalnya, ditulis dalam dua bahasa: `{id: ..., en: ...}`.",
      en: "Write it as the help says. Titles and labels, for instance, are written in two languages: `{id: ..., en: ...}`."))
}
