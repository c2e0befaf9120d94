internal import RuleDiagnostics

/// T0601.
extension CodePage {
  static let fileUnreadable = CodePage(
    title: Words(id: "Berkas tidak dapat dibaca", en: "A file cannot be read"),
    example: CodeExample(
      .command,
      says: Words(
        id: "`2022.csv` tidak dapat dibaca: berkas atau folder tidak ada",
        en: "`2022.csv` cannot be read: there is no such file or folder"),
      wrong: """
        timbang score --rules 2022 --data ⟦2022.csv⟧
        """,
      right: """
        timbang score --rules 2022 --data data/2022.csv
        """),
    reason: Words(
      id: "Tanpa berkas itu tidak ada yang dapat dihitung. Berkas yang kebetulan hilang tidak boleh terbaca sebagai data kosong.",
      en: "Without the file nothing can be computed. A file that happens to be gone must not pass for missing data."),
    remedy: Words(
      id: "Periksa ejaan, folder dan izin berkas itu. Jalur dibaca dari folder tempat perintah dijalankan.",
      en: "Check the spelling, the folder and the permissions of the file. A path counts from the folder where the command is run."))
}
