internal import RuleDiagnostics

/// T0805.
extension CodePage {
  static let observationSource = CodePage(
    title: Words(id: "Dari mana pengamatannya", en: "Where the observations come from"),
    example: CodeExample(
      .tests,
      says: Words(id: "uji `baik` tidak menyebut apa yang diamati", en: "the test `baik` does not say what was observed"),
      wrong: """
        timbang_tests: 1
        edition: uji/2022
        cases:
          - ⟦⟧{id: baik, expect: {total: 100}}
        """,
      right: """
        timbang_tests: 1
        edition: uji/2022
        cases:
          - {id: baik, observations: {dinas: {ada: true}}, expect: {total: 100}}
        """),
    reason: Words(
      id: """
        Sebuah uji butuh pengamatan: ditulis di tempat, `observations`, atau dalam berkas, `data`. Tanpa keduanya tidak ada yang dinilai;
        dengan keduanya tidak jelas mana yang dinilai.
        """,
      en: """
        A test needs observations: written in place, `observations`, or in a file, `data`. Without either nothing is scored; with both it
        is not clear which is.
        """),
    remedy: Words(id: "Tulis salah satu.", en: "Write one of the two."))
}
