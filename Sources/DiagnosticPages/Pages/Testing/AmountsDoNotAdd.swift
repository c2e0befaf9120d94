internal import RuleDiagnostics

/// T0806.
extension CodePage {
  static let amountsDoNotAdd = CodePage(
    title: Words(id: "Jumlah yang diharapkan tidak cocok", en: "The expected amounts do not add up"),
    example: CodeExample(
      .tests,
      says: Words(
        id: "jumlah yang diharapkan adalah 90, padahal `to` dikurangi `from` adalah 100",
        en: "the expected amounts add up to 90, but `to` less `from` is 100"),
      wrong: """
        timbang_tests: 1
        edition: uji/2022
        changes:
          - id: naik
            from: {edition: uji/2021, observations: {dinas: {ada: false}}}
            to: {observations: {dinas: {ada: true}}}
            expect: ⟦{from: 0, to: 100, performance: 90}⟧
        """,
      right: """
        timbang_tests: 1
        edition: uji/2022
        changes:
          - id: naik
            from: {edition: uji/2021, observations: {dinas: {ada: false}}}
            to: {observations: {dinas: {ada: true}}}
            expect: {from: 0, to: 100, performance: 100}
        """),
    reason: Words(
      id: """
        Penjelasan membagi seluruh selisih, tidak lebih dan tidak kurang. Harapan yang tidak berjumlah selisih itu tidak mungkin
        terpenuhi; kesalahannya ada di uji, bukan di aturan.
        """,
      en: """
        An explanation splits the whole difference, no more and no less. Expectations that do not add up to it cannot be met; the mistake
        is in the test, not in the rules.
        """),
    remedy: Words(
      id: "Hitung kembali bagian-bagiannya. Yang tidak disebut dianggap 0.",
      en: "Work out the amounts again. What is not named counts as 0."))
}
