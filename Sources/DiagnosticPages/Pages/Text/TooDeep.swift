internal import RuleDiagnostics

/// T0111.
extension CodePage {
  static let tooDeep = CodePage(
    title: Words(id: "Terlalu banyak tingkat", en: "Too many levels"),
    example: CodeExample(
      .sections,
      says: Words(id: "lebih dari 64 tingkat bersarang", en: "nested deeper than 64 levels"),
      wrong: """
        score: {id: total, cite: pedoman, parts: [{id: a, weight: 1, parts: [{id: b, weight: 1, parts: [...]}]}]}
        """,
      right: """
        score: {id: total, cite: pedoman, parts: [{id: a, weight: 1, yes_no: ada}]}
        """),
    reason: Words(
      id: """
        Kelompok di dalam kelompok paling banyak 64 tingkat YAML. Pohon penilaian yang dapat dijelaskan kepada orang jarang lebih dari
        lima tingkat.
        """,
      en: """
        Groups inside groups may go down 64 levels of YAML. A tree of scores that can be explained to people seldom has more than five.
        """),
    remedy: Words(
      id: "Ratakan susunannya: angkat bagian-bagian ke kelompok di atasnya.",
      en: "Flatten the structure: lift parts into the group above."))
}
