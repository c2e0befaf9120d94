internal import RuleDiagnostics

/// T0607.
extension CodePage {
  static let mergedCells = CodePage(
    or: .warning, title: Words(id: "Sel yang digabung di antara data", en: "Merged cells among the data"),
    example: CodeExample(
      .command,
      says: Words(
        id: "sel gabungan A2:A9 hanya memberi isi pada A2; 7 baris lain kehilangan `institution`",
        en: "the merged cell A2:A9 gives its content to A2 only; 7 other rows lack `institution`"),
      wrong: """
        timbang score --rules 2022 --data ⟦digabung.xlsx⟧
        """,
      right: """
        timbang score --rules 2022 --data terisi.xlsx
        """),
    reason: Words(
      id: """
        Dalam sel yang digabung hanya sel kiri atas yang berisi. Baris lain tampak punya nama instansi yang sama, tetapi
        sebenarnya tidak punya. Apakah isinya berlaku bagi semua baris tidak dapat diketahui.
        """,
      en: """
        Of merged cells only the upper left one holds anything. The other rows look as if they had the same institution, but
        have none. Whether the content is meant for all rows cannot be known.
        """),
    remedy: Words(
      id: """
        Batalkan penggabungan (Merge & Center) dan isi setiap sel. Gabungan teks di atas beberapa baris data adalah galat,
        gabungan lain peringatan.
        """,
      en: """
        Unmerge the cells (Merge & Center) and fill in each. A text merged over several rows of data is an error, any other
        merge a warning.
        """))
}
