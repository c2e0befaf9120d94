internal import RuleDiagnostics

/// T0233.
extension CodePage {
  static let precision = CodePage(
    title: Words(id: "Akar atau logaritma tanpa ketelitian", en: "A root or logarithm without precision"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "bagian `total` menarik akar atau logaritma, tetapi tidak menyebut `precision`",
        en: "the part `total` takes a root or a logarithm but states no `precision`"),
      wrong: """
        score: {id: ⟦total⟧, cite: pedoman, combine: geometric_mean, parts: [{id: masuk, weight: 1, yes_no: ada}]}
        """,
      right: """
        score: {id: total, cite: pedoman, combine: geometric_mean, precision: 4, parts: [{id: masuk, weight: 1, yes_no: ada}]}
        """),
    reason: Words(
      id: """
        Akar dan logaritma hampir tidak pernah berupa angka yang berakhir. `precision` menetapkan pada desimal keberapa langkah itu
        dibulatkan, supaya setiap orang memperoleh nilai yang sama. Di tempat lain tidak ada yang dibulatkan, jadi `precision` tidak
        berarti apa-apa. Logaritma juga hanya ada untuk angka di atas nol.
        """,
      en: """
        Roots and logarithms are hardly ever numbers that end. `precision` says at which decimal that step is rounded, so that everybody
        gets the same score. Elsewhere nothing is rounded, so `precision` would mean nothing. Logarithms also exist only for numbers above
        zero.
        """),
    remedy: Words(
      id: "Tambahkan misalnya `precision: 4` pada bagian dengan `geometric_mean` atau `log: true`, dan hapus dari bagian lain.",
      en: "Add for instance `precision: 4` to a part with `geometric_mean` or `log: true`, and remove it from others."))
}
