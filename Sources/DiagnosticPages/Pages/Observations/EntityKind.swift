internal import RuleDiagnostics

/// T0319.
extension CodePage {
  static let entityKind = CodePage(
    title: Words(id: "Jenis yang tidak dikenal", en: "An unknown kind"),
    example: CodeExample(
      .directory,
      says: Words(id: "`citi` bukan jenis `institution`", en: "`citi` is not a kind of `institution`"),
      wrong: """
        id,parent,kind,name
        kota-contoh,,⟦citi⟧,Kota Contoh
        """,
      right: """
        id,parent,kind,name
        kota-contoh,,city,Kota Contoh
        """),
    reason: Words(
      id: """
        Aturan menyebut jenis apa yang ada di sebuah jenjang, misalnya kota atau kabupaten, dan dapat memberi bobot menurut jenis. Jenis
        lain tidak punya tempat di sana.
        """,
      en: """
        The rules say which kinds stand on a rung, such as city or regency, and may weigh by kind. Another kind has no place there.
        """),
    remedy: Words(id: "Pakai salah satu jenis dari `kinds` jenjang itu.", en: "Use one of the `kinds` of that rung."))
}
