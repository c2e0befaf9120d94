internal import RuleDiagnostics

/// T0802.
extension CodePage {
  static let testedEdition = CodePage(
    title: Words(id: "Uji milik edisi lain", en: "Tests of another edition"),
    example: CodeExample(
      .tests,
      says: Words(
        id: "berkas uji ini milik edisi `uji/2021`, bukan `uji/2022`",
        en: "these are tests of the edition `uji/2021`, not of `uji/2022`"),
      wrong: """
        timbang_tests: 1
        edition: ⟦uji/2021⟧
        cases:
          - {id: baik, observations: {dinas: {ada: true}}, expect: {total: 100}}
        """,
      right: """
        timbang_tests: 1
        edition: uji/2022
        cases:
          - {id: baik, observations: {dinas: {ada: true}}, expect: {total: 100}}
        """),
    reason: Words(
      id: "Berkas uji menyebut edisinya, supaya contoh satu tahun tidak pernah dijalankan dengan aturan tahun lain.",
      en: "A test file names its edition, so that the examples of one year never run under the rules of another."),
    remedy: Words(
      id: """
        Samakan `edition`, atau simpan berkas itu di samping aturan yang diujinya. Kalau edisi lain yang disebut punya galat, perbaiki itu
        dulu.
        """,
      en: """
        Mend `edition`, or keep the file beside the rules that it tests. If another edition that is named has errors, mend those first.
        """))
}
