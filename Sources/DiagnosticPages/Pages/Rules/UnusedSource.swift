internal import RuleDiagnostics

/// T0236.
extension CodePage {
  static let unusedSource = CodePage(
    severity: .warning,
    title: Words(id: "Sumber yang tidak dikutip", en: "A source that nothing cites"),
    example: CodeExample(
      .sections,
      says: Words(id: "sumber `uu25` tidak dikutip di mana pun", en: "the source `uu25` is cited by nothing"),
      wrong: """
        sources: {pedoman: {title: Pedoman penilaian}, ⟦uu25⟧: {title: UU 25/2009}}
        """,
      right: """
        sources: {pedoman: {title: Pedoman penilaian}, uu25: {title: UU 25/2009}}
        score: {id: total, cite: [pedoman, uu25 pasal 15], yes_no: ada}
        """),
    reason: Words(
      id: """
        Daftar sumber berkata atas dasar apa edisi ini dibuat. Dokumen yang tidak dikutip di mana pun memberi kesan bahwa sebuah angka
        bertumpu padanya.
        """,
      en: """
        The list of sources says what an edition rests on. A document that nothing cites gives the impression that some figure rests on
        it.
        """),
    remedy: Words(
      id: "Kutip di bagian, zona atau perubahan yang bertumpu padanya, atau hapus dari `sources`.",
      en: "Cite it in the part, the zones or the change that rests on it, or remove it from `sources`."))
}
