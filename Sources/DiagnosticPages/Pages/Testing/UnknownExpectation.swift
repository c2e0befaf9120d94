internal import RuleDiagnostics

/// T0804.
extension CodePage {
  static let unknownExpectation = CodePage(
    title: Words(id: "Harapan tentang yang tidak ada", en: "An expectation of what does not exist"),
    example: CodeExample(
      .tests,
      says: Words(id: "tidak ada langkah zona `merh`", en: "there is no zone step `merh`"),
      wrong: """
        timbang_tests: 1
        edition: uji/2022
        cases:
          - {id: baik, observations: {dinas: {ada: true}}, expect: {zone: ⟦merh⟧}}
        """,
      right: """
        timbang_tests: 1
        edition: uji/2022
        cases:
          - {id: baik, observations: {dinas: {ada: true}}, expect: {zone: merah}}
        """),
    reason: Words(
      id: """
        Harapan menyebut bagian, zona, entitas atau penanda yang ada. Yang salah eja tidak akan pernah dibandingkan, dan kalau ada
        beberapa instansi, harus jelas milik siapa sebuah nilai.
        """,
      en: """
        An expectation names parts, zones, entities or flags that exist. A misspelt one would never be compared, and with several
        institutions it must be clear whose score is meant.
        """),
    remedy: Words(
      id: "Pakai nama dari edisi itu. Kalau uji memuat beberapa instansi, tulis harapan di bawah `at`.",
      en: "Use names of the edition. If the test holds several institutions, write the expectations under `at`."))
}
