internal import RuleDiagnostics

/// T0231.
extension CodePage {
  static let emptyGroup = CodePage(
    title: Words(id: "Kelompok tanpa bagian", en: "A group without parts"),
    example: CodeExample(
      .sections,
      says: Words(id: "kelompok `total` tidak punya bagian", en: "the group `total` has no parts"),
      wrong: """
        fields: {}
        score: {id: ⟦total⟧, cite: pedoman, parts: []}
        """,
      right: """
        score: {id: total, cite: pedoman, parts: [{id: masuk, weight: 1, yes_no: ada}]}
        """),
    reason: Words(
      id: "Nilai kelompok dibuat dari bagian-bagiannya. Kelompok kosong tidak punya nilai, tetapi bobotnya ikut dihitung.",
      en: "The score of a group is made of its parts. An empty group has no score, but its weight would count."),
    remedy: Words(id: "Isi kelompok itu, atau hapus bersama bobotnya.", en: "Fill the group, or remove it with its weight."))
}
