internal import RuleDiagnostics

/// T0212.
extension CodePage {
  static let duplicateID = CodePage(
    title: Words(id: "Satu id dipakai dua kali", en: "An id is used twice"),
    example: CodeExample(
      .sections,
      says: Words(id: "bagian `masuk` ada dua kali", en: "the part `masuk` stands twice"),
      wrong: """
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, weight: 60, yes_no: ada}
            - {id: ⟦masuk⟧, weight: 40, yes_no: ada}
        """,
      right: """
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, weight: 60, yes_no: ada}
            - {id: proses, weight: 40, yes_no: ada}
        """),
    reason: Words(
      id: """
        Id adalah identitas: perbandingan antartahun, penelusuran dan penjelasan menyebut bagian dengan id-nya. Dua bagian dengan satu id
        tidak dapat dibedakan.
        """,
      en: """
        An id is an identity: comparisons between years, traces and explanations name a part by it. Two parts with one id cannot be told
        apart.
        """),
    remedy: Words(
      id: "Beri salah satu bagian id lain. Bagian yang sama artinya tetap memakai id yang sama di setiap edisi.",
      en: "Give one of the two another id. A part that means the same keeps its id in every edition."))
}
