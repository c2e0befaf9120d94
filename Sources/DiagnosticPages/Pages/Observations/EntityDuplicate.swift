internal import RuleDiagnostics

/// T0318.
extension CodePage {
  static let entityDuplicate = CodePage(
    title: Words(id: "Entitas terdaftar dua kali", en: "An entity is listed twice"),
    example: CodeExample(
      .directory,
      says: Words(id: "`kota-contoh` sudah terdaftar", en: "`kota-contoh` is listed already"),
      wrong: """
        id,parent,kind,name
        kota-contoh,,city,Kota Contoh
        ⟦kota-contoh⟧,,city,Kota Contoh
        """,
      right: """
        id,parent,kind,name
        kota-contoh,,city,Kota Contoh
        """),
    reason: Words(
      id: "Dua baris untuk satu entitas dapat memberi dua nama atau dua jenis, dan jenis dapat menentukan bobot.",
      en: "Two lines for one entity can give it two names or two kinds, and a kind can decide a weight."),
    remedy: Words(id: "Pertahankan satu baris.", en: "Keep one line."))
}
