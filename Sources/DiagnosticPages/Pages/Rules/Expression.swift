internal import RuleDiagnostics

/// T0232.
extension CodePage {
  static let expression = CodePage(
    title: Words(id: "Rumus atau syarat tidak dapat dibaca", en: "A formula or condition cannot be read"),
    example: CodeExample(
      .sections,
      says: Words(id: "nama `adaa` tidak dikenal", en: "the name `adaa` is not known"),
      wrong: """
        score: {id: total, cite: pedoman, when: "⟦adaa⟧", yes_no: ada}
        """,
      right: """
        score: {id: total, cite: pedoman, when: "ada", yes_no: ada}
        """),
    reason: Words(
      id: """
        `formula` dan `when` ditulis dalam bahasa hitung yang kecil. Setiap nama dan jenisnya diperiksa sebelum ada data, sehingga salah
        ketik tidak sampai ke penilaian. Tempat yang ditunjuk adalah kata di dalam rumus itu.
        """,
      en: """
        `formula` and `when` are written in a small expression language. Every name and type is checked before there are data, so that a
        slip never reaches a score. The place shown is the word inside the expression.
        """),
    remedy: Words(
      id: """
        Pakai nama dari `fields`. Syarat digabung dengan `&&` dan `||`; perbandingan ditulis `==`, `<=`, `>`. Rumus ditulis dalam kutip.
        """,
      en: """
        Use names from `fields`. Conditions are joined by `&&` and `||`; comparisons are written `==`, `<=`, `>`. An expression stands in
        quotes.
        """))
}
