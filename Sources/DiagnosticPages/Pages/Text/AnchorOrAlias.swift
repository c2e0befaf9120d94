internal import RuleDiagnostics

/// T0106.
extension CodePage {
  static let anchorOrAlias = CodePage(
    title: Words(id: "Jangkar atau rujukan", en: "An anchor or an alias"),
    example: CodeExample(
      .sections,
      says: Words(id: "jangkar `&rujukan` tidak dipakai di sini", en: "the anchor `&rujukan` is not accepted here"),
      wrong: """
        score: {id: total, cite: ⟦&rujukan⟧ pedoman, yes_no: ada}
        """,
      right: """
        score: {id: total, cite: pedoman, yes_no: ada}
        """),
    reason: Words(
      id: """
        Dengan `&nama` dan `*nama` satu baris dapat berarti hal yang tertulis jauh di tempat lain. Berkas aturan harus dapat dibacakan
        dari atas ke bawah, maka setiap nilai ditulis di tempatnya.
        """,
      en: """
        With `&name` and `*name` a line can mean something that stands far away. A rule file must be readable aloud from top to bottom, so
        each value is written where it counts.
        """),
    remedy: Words(
      id: "Tulis nilainya sekali lagi di setiap tempat. Kalau `&` atau `*` memang bagian dari teks, tulis teks itu dalam kutip.",
      en: "Write the value out in each place. If `&` or `*` belongs to a text, put the text in quotes."))
}
