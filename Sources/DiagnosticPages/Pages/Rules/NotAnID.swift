internal import RuleDiagnostics

/// T0208.
extension CodePage {
  static let notAnID = CodePage(
    title: Words(id: "Nama yang tidak dapat dipakai", en: "A name that cannot be used"),
    example: CodeExample(
      .sections,
      says: Words(id: "`tahun 2022` tidak dapat menjadi nama edisi", en: "`tahun 2022` cannot be the name of the edition"),
      wrong: """
        edition: ⟦tahun 2022⟧
        """,
      right: """
        edition: 2022
        """),
    reason: Words(
      id: """
        Id bagian, bidang, jenjang, zona dan sumber muncul dalam jalur, berkas CSV dan riwayat antaredisi. Karena itu hanya huruf a-z,
        angka, `_`, `-` dan `.` yang boleh, diawali huruf atau angka, paling panjang 100.
        """,
      en: """
        The ids of parts, fields, rungs, zones and sources stand in paths, in CSV files and in the history between editions. So they are
        made of the letters a-z, digits, `_`, `-` and `.`, begin with a letter or digit, and are at most 100 long.
        """),
    remedy: Words(
      id: "Ganti spasi dengan `_`. Nama untuk dibaca orang ditulis di `label`.",
      en: "Put `_` in place of blanks. The name for people goes into `label`."))
}
