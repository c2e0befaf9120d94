internal import RuleDiagnostics

/// T0221.
extension CodePage {
  static let levelScores = CodePage(
    title: Words(id: "Tingkat tanpa nilai", en: "Levels without a score"),
    example: CodeExample(
      .sections,
      says: Words(id: "bagian `total`: tingkat 1 tidak punya nilai", en: "the part `total`: the level 1 has no score"),
      wrong: """
        fields: {tingkat: {per: unit, type: level, range: [0, 2]}}
        score: {id: ⟦total⟧, cite: pedoman, levels: {field: tingkat, scores: {0: 0, 2: 100}}}
        """,
      right: """
        fields: {tingkat: {per: unit, type: level, range: [0, 2]}}
        score: {id: total, cite: pedoman, levels: {field: tingkat, scores: {0: 0, 1: 50, 2: 100}}}
        """),
    reason: Words(
      id: """
        Setiap tingkat dalam rentang bidang butuh nilai, dan hanya tingkat itu. Tingkat yang lupa ditulis baru ketahuan ketika seorang
        petugas mencatatnya.
        """,
      en: """
        Every level in the range of the field needs a score, and no other level may have one. A level that was forgotten would only come
        to light when somebody records it.
        """),
    remedy: Words(
      id: "Lengkapi `scores`, atau sesuaikan `range` bidang itu.",
      en: "Complete the `scores`, or mend the `range` of the field."))
}
