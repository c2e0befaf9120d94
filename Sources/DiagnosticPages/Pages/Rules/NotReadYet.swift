internal import RuleDiagnostics

/// T0211.
extension CodePage {
  static let notReadYet = CodePage(
    title: Words(id: "Belum dapat dihitung", en: "Not read by this version"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "kunci `precision` belum dibaca oleh versi timbang ini",
        en: "the key `precision` is not read by this version of timbang"),
      wrong: """
        ⟦precision⟧: 4
        score: {id: total, cite: pedoman, yes_no: ada}
        """,
      right: """
        score: {id: total, cite: pedoman, combine: geometric_mean, precision: 4, parts: [{id: masuk, weight: 1, yes_no: ada}]}
        """),
    reason: Words(
      id: """
        Kata ini bagian dari bahasa aturan, tetapi versi ini belum dapat menghitungnya. Ia ditolak supaya tidak ada nilai yang lahir dari
        separuh aturan.
        """,
      en: """
        The word belongs to the language of rule files, but this version cannot compute it. It is refused so that no score is made from
        half a rule.
        """),
    remedy: Words(
      id: "Tulis aturannya dengan cara yang dapat dihitung, seperti pada saran, atau tunggu versi yang membacanya.",
      en: "Write the rule in a way that can be computed, as the help says, or wait for a version that reads it."))
}
