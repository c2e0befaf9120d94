internal import RuleDiagnostics

/// T0803.
extension CodePage {
  static let expectsNothing = CodePage(
    title: Words(id: "Uji yang tidak dapat gagal", en: "A test that cannot fail"),
    example: CodeExample(
      .tests,
      says: Words(id: "uji ini tidak dapat gagal", en: "this test cannot fail"),
      wrong: """
        timbang_tests: 1
        edition: uji/2022
        cases:
          - {id: baik, observations: {dinas: {ada: true}}, expect: ⟦{}⟧}
        """,
      right: """
        timbang_tests: 1
        edition: uji/2022
        cases:
          - {id: baik, observations: {dinas: {ada: true}}, expect: {total: 100}}
        """),
    reason: Words(
      id: "Uji tanpa harapan selalu lulus, apa pun yang terjadi pada aturannya. Ia memberi rasa aman yang tidak ada.",
      en: "A test that expects nothing always passes, whatever happens to the rules. It gives a safety that is not there."),
    remedy: Words(
      id: "Tulis yang harus keluar, misalnya `total: 78` dan `zone: b`, dihitung dengan tangan.",
      en: "Write what must come out, such as `total: 78` and `zone: b`, worked by hand."))
}
