internal import RuleDiagnostics

/// T0901.
extension CodePage {
  static let sqlNotCompilable = CodePage(
    title: Words(id: "Tidak dapat ditulis sebagai SQL", en: "Cannot be written as SQL"),
    example: CodeExample(
      .fragment,
      says: Words(
        id: "ungkapan `tuntas` memuat pembagi yang berubah-ubah, yang tidak dapat ditulis sebagai bilangan bulat SQL",
        en: "the expression of `tuntas` holds a divisor that varies, which cannot be written in whole numbers of SQL"),
      wrong: """
            - {id: tuntas, weight: 50, formula: ⟦"100 * adu_selesai / adu_masuk"⟧}
        """,
      right: """
            - {id: tuntas, weight: 50, bands: {field: persen_selesai, rows: [{from: 0, score: 0}, {from: 80, score: 100}]}}
        """),
    reason: Words(
      id: """
        Teks SQL hanya memakai bilangan bulat, karena hanya itu yang dihitung sama oleh semua mesin. Rata-rata geometris, logaritma,
        pembagi yang berubah-ubah, daftar dari jenjang di bawahnya dan nilai tahun lain tidak dapat ditulis begitu.
        """,
      en: """
        The SQL text uses whole numbers only, because only these are computed alike by all engines. A geometric mean, a logarithm, a
        divisor that varies, a list from a rung below and values of another year cannot be written so.
        """),
    remedy: Words(
      id: "Hitung edisi itu dengan `timbang score`, atau catat angka yang sudah jadi sebagai bidang tersendiri.",
      en: "Score that edition with `timbang score`, or record the finished figure as a field of its own."))
}
