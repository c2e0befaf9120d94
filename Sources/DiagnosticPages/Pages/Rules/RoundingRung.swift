internal import RuleDiagnostics

/// T0224.
extension CodePage {
  static let roundingRung = CodePage(
    title: Words(id: "Pembulatan di jenjang yang tidak dilewati", en: "Rounding on a rung that is never passed"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "bagian `total` tidak melewati jenjang `produk`, jadi tidak dapat dibulatkan di sana",
        en: "the part `total` does not pass the rung `produk`, so it cannot be rounded there"),
      wrong: """
        units: {unit: {}, produk: {in: unit}}
        score: {id: ⟦total⟧, cite: pedoman, yes_no: ada, round: {places: 2, on: [produk]}}
        """,
      right: """
        units: {unit: {}, produk: {in: unit}}
        score: {id: total, cite: pedoman, yes_no: ada, round: {places: 2, on: [unit]}}
        """),
    reason: Words(
      id: """
        Sebuah bagian naik dari jenjangnya sendiri ke atas, dan hanya di sana nilainya dapat dibulatkan. Pembulatan di jenjang lain tidak
        akan pernah terjadi.
        """,
      en: """
        A part goes up from its own rung, and only there can its score be rounded. Rounding on another rung would never happen.
        """),
    remedy: Words(
      id: "Sebut di `on` jenjang bagian itu sendiri atau jenjang di atasnya.",
      en: "Name in `on` the rung of the part itself or one above it."))
}
