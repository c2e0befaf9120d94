internal import RuleDiagnostics

/// T0114.
extension CodePage {
  static let complexKey = CodePage(
    title: Words(id: "Kunci yang bukan teks", en: "A key that is no text"),
    example: CodeExample(
      .sections,
      says: Words(id: "kunci berupa daftar atau pemetaan", en: "a key that is a list or a mapping"),
      wrong: """
        fields:
          ⟦[⟧ada]: {per: unit, type: yes_no}
        """,
      right: """
        fields:
          ada: {per: unit, type: yes_no}
        """),
    reason: Words(
      id: """
        Di depan titik dua berdiri nama sebuah kunci. Kurung di sana berarti daftar atau pemetaan sebagai kunci: YAML mengizinkannya,
        tetapi tidak ada aturan yang butuh itu. Tanda tanya di awal teks di dalam kurung juga dibaca sebagai tanda kunci: `[?ada]` akan
        dibaca `[{ada: }]`.
        """,
      en: """
        Before the colon stands the name of a key. A bracket there means a list or a mapping as a key: YAML allows it, but no rule needs
        it. A question mark that begins a text in brackets is taken for the mark of a key as well: `[?ada]` would be read as `[{ada: }]`.
        """),
    remedy: Words(
      id: "Tulis nama kunci tanpa kurung. Kalau kurung atau tanda tanya bagian dari teks, tulis teks itu dalam kutip.",
      en: "Write the name of the key without brackets. If the bracket or the question mark belongs to a text, put the text in quotes."))
}
