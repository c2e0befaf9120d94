internal import RuleDiagnostics

/// T0113.
extension CodePage {
  static let emptyFile = CodePage(
    title: Words(id: "Berkas kosong", en: "The file is empty"),
    example: CodeExample(
      .file,
      says: Words(id: "berkas ini kosong", en: "the file is empty"),
      wrong: """
        ⟦⟧# Aturan 2022 menyusul
        """,
      right: """
        timbang: 1
        id: uji
        edition: 2022
        units: {unit: {}}
        fields: {ada: {per: unit, type: yes_no}}
        sources: {pedoman: {title: Pedoman penilaian}}
        score: {id: total, cite: pedoman, yes_no: ada}
        zones: {cite: pedoman, ladder: [{id: merah, from: 0}]}
        """),
    reason: Words(
      id: """
        Berkas tanpa isi, atau yang hanya berisi komentar, bukan buku aturan. Ia ditolak supaya tidak terbaca sebagai edisi tanpa bagian.
        """,
      en: """
        A file without content, or with comments only, is no rule book. It is refused so that it cannot pass for an edition without parts.
        """),
    remedy: Words(
      id: "Isi berkas itu, mulai dengan `timbang: 1`. Edisi baru dari edisi lama dimulai dengan `timbang new`.",
      en: "Fill the file, beginning with `timbang: 1`. `timbang new` begins a new edition from an old one."))
}
