internal import RuleDiagnostics

/// T0226.
extension CodePage {
  static let checklistItems = CodePage(
    title: Words(id: "Daftar periksa yang tidak dapat dihitung", en: "A checklist that cannot be counted"),
    example: CodeExample(
      .sections,
      says: Words(id: "daftar periksa `total` menyebut satu butir dua kali", en: "the checklist `total` names an item twice"),
      wrong: """
        score: {id: ⟦total⟧, cite: pedoman, checklist: {items: [ada, ada]}}
        """,
      right: """
        score: {id: total, cite: pedoman, checklist: {items: [ada]}}
        """),
    reason: Words(
      id: """
        Setiap butir dihitung satu kali, dengan poin di atas nol, dan `at_least` harus dapat dicapai. Butir yang ditulis dua kali akan
        dihitung dua kali tanpa terlihat.
        """,
      en: """
        Each item counts once, with points above zero, and `at_least` must be within reach. An item that is written twice would count
        twice without being seen.
        """),
    remedy: Words(
      id: "Sebut setiap butir satu kali. Butir yang lebih penting diberi `points` yang lebih besar.",
      en: "Name each item once. An item that matters more gets larger `points`."))
}
