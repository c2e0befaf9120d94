internal import RuleDiagnostics

/// T0240.
extension CodePage {
  static let baseEdition = CodePage(
    or: .warning,
    title: Words(id: "Edisi dasar tidak dapat dipakai", en: "The base edition cannot be used"),
    example: CodeExample(
      .extending,
      says: Words(id: "edisi `2020` tidak ditemukan", en: "the edition `2020` was not found"),
      wrong: """
        extends: ⟦2020⟧
        """,
      right: """
        extends: 2021
        """),
    reason: Words(
      id: """
        Edisi yang ditulis sebagai perubahan butuh edisi yang diubahnya: berkasnya harus ada, dari keluarga yang sama, dan tidak berputar
        kembali ke dirinya sendiri. Kunci lain di samping `changes` tidak punya tempat di sana.
        """,
      en: """
        An edition that is written as changes needs the edition that they change: its file must be there, be of the same family and not
        lead back to itself. Keys other than `changes` have no place in it.
        """),
    remedy: Words(
      id: """
        Simpan berkas edisi dasar di folder yang sama, dengan nama edisinya: `2021.yaml`. Ubah zona dan bagian lain lewat `changes`.
        """,
      en: """
        Keep the file of the base in the same folder, named after its edition: `2021.yaml`. Change zones and everything else through
        `changes`.
        """))
}
