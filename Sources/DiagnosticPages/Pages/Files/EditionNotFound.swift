internal import RuleDiagnostics

/// T0602.
extension CodePage {
  static let editionNotFound = CodePage(
    title: Words(id: "Edisi tidak ditemukan", en: "An edition was not found"),
    example: CodeExample(
      .command,
      says: Words(
        id: "edisi `kepatuhan/2023` tidak ditemukan di folder `rules`",
        en: "the edition `kepatuhan/2023` was not found in the folder `rules`"),
      wrong: """
        timbang check ⟦kepatuhan/2023⟧
        """,
      right: """
        timbang check kepatuhan/2022
        """),
    reason: Words(
      id: """
        Edisi seperti `2022` atau `kepatuhan/2022` dicari di folder aturan. Kalau tidak ada, atau ada di beberapa keluarga, timbang tidak
        memilih sendiri.
        """,
      en: """
        An edition such as `2022` or `kepatuhan/2022` is looked up in the rules folder. If it is not there, or in several families,
        timbang does not choose by itself.
        """),
    remedy: Words(
      id: "Pakai salah satu nama pada saran, sebut keluarganya, atau sebut foldernya dengan `--rules-dir`.",
      en: "Use one of the names in the help, name the family, or name the folder with `--rules-dir`."))
}
