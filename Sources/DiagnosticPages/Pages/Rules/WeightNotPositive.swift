internal import RuleDiagnostics

/// T0205.
extension CodePage {
  static let weightNotPositive = CodePage(
    or: .warning,
    title: Words(id: "Bobot nol atau negatif", en: "A weight that is zero or negative"),
    example: CodeExample(
      .sections,
      says: Words(id: "bobot bagian `masuk` adalah 0, tidak lebih dari 0", en: "the weight of the part `masuk` is 0, not above 0"),
      wrong: """
        score: {id: total, cite: pedoman, parts: [{id: masuk, weight: ⟦0⟧, yes_no: ada}]}
        """,
      right: """
        score: {id: total, cite: pedoman, parts: [{id: masuk, weight: 1, yes_no: ada}]}
        """),
    reason: Words(
      id: "Bagian berbobot nol tampak dinilai, padahal tidak; bobot negatif membalik arti nilainya. Keduanya tidak pernah dimaksudkan.",
      en: "A part of weight zero looks scored and is not; a negative weight turns its score around. Neither is ever meant."),
    remedy: Words(
      id: """
        Hapus bagian yang tidak dihitung. Kalau nilai tinggi berarti buruk, balikkan skalanya: `invert: true`, atau `linear` dengan
        `worst` di atas `best`.
        """,
      en: """
        Remove a part that does not count. If a high value is bad, turn its scale round: `invert: true`, or `linear` with `worst` above
        `best`.
        """))
}
