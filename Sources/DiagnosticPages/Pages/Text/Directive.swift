internal import RuleDiagnostics

/// T0108.
extension CodePage {
  static let directive = CodePage(
    title: Words(id: "Baris perintah YAML", en: "A YAML directive"),
    example: CodeExample(
      .file,
      says: Words(
        id: "baris perintah YAML `%TAG ! tag:contoh,2022:` tidak dipakai di sini",
        en: "the directive `%TAG ! tag:contoh,2022:` is not accepted here"),
      wrong: """
        ⟦%TAG ! tag:contoh,2022:⟧
        ---
        timbang: 1
        id: uji
        edition: 2022
        units: {unit: {}}
        fields: {ada: {per: unit, type: yes_no}}
        sources: {pedoman: {title: Pedoman penilaian}}
        score: {id: total, cite: pedoman, yes_no: ada}
        zones: {cite: pedoman, ladder: [{id: merah, from: 0}]}
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
        Baris yang dimulai dengan `%` mengatur cara YAML dibaca. timbang selalu membaca dengan cara yang sama, jadi baris itu tidak
        berguna. Hanya `%YAML 1.1` atau `%YAML 1.2` yang boleh berdiri di atas segalanya.
        """,
      en: """
        A line that begins with `%` changes how YAML is read. timbang always reads in the same way, so the line serves nothing. Only
        `%YAML 1.1` or `%YAML 1.2` may stand before everything else.
        """),
    remedy: Words(
      id: "Hapus baris itu dan garis `---` di bawahnya. Kalau `%` bagian dari teks, tulis teks itu dalam kutip.",
      en: "Delete the line and the `---` below it. If `%` belongs to a text, put the text in quotes."))
}
