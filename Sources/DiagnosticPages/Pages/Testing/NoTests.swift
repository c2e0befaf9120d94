internal import RuleDiagnostics

/// T0801.
extension CodePage {
  static let noTests = CodePage(
    title: Words(id: "Edisi ini tidak punya uji", en: "The edition has no tests"),
    example: CodeExample(
      .command,
      says: Words(
        id: "`contoh/2022` tidak punya uji: `rules/contoh/tests/2022.yaml` tidak ada",
        en: "`contoh/2022` has no tests: there is no `rules/contoh/tests/2022.yaml`"),
      wrong: """
        timbang test ⟦contoh/2022⟧
        """,
      right: """
        mkdir -p rules/contoh/tests
        nano rules/contoh/tests/2022.yaml
        timbang test contoh/2022
        """),
    reason: Words(
      id: """
        `timbang test` menjalankan contoh yang dikerjakan dengan tangan, yang disimpan di samping aturan. Tanpa contoh tidak ada yang
        diuji, dan itu tidak boleh terbaca sebagai lulus.
        """,
      en: """
        `timbang test` runs the examples worked by hand that lie beside the rules. Without examples nothing is tested, and that must not
        pass for success.
        """),
    remedy: Words(
      id: "Tulis berkas `tests/2022.yaml` di folder aturan itu, mulai dengan `timbang_tests: 1` dan `edition: 2022`.",
      en: "Write the file `tests/2022.yaml` in the folder of the rules, beginning with `timbang_tests: 1` and `edition: 2022`."))
}
