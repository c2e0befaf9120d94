internal import RuleDiagnostics

/// T0107.
extension CodePage {
  static let tag = CodePage(
    title: Words(id: "Tag YAML", en: "A YAML tag"),
    example: CodeExample(
      .sections,
      says: Words(id: "tag `!!str` tidak dipakai di sini", en: "the tag `!!str` is not accepted here"),
      wrong: """
        edition: ⟦!!str⟧ 2022
        """,
      right: """
        edition: 2022
        """),
    reason: Words(
      id: """
        Tag seperti `!!str` menyuruh YAML membaca nilai sebagai jenis tertentu. Di sini jenis setiap nilai sudah ditentukan oleh kuncinya,
        jadi tag hanya dapat membingungkan.
        """,
      en: """
        A tag such as `!!str` tells YAML to read a value as some type. Here the key decides what type a value has, so a tag can only
        confuse.
        """),
    remedy: Words(
      id: "Hapus tag itu. Kalau `!` bagian dari teks, tulis teks itu dalam kutip.",
      en: "Delete the tag. If `!` belongs to a text, put the text in quotes."))
}
