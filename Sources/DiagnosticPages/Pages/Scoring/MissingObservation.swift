internal import RuleDiagnostics

/// T0401.
extension CodePage {
  static let missingObservation = CodePage(
    title: Words(id: "Pengamatan yang harus ada tidak ada", en: "An observation that must be there is missing"),
    example: CodeExample(
      .data,
      says: Words(
        id: "`kota-contoh/dinsos` tidak punya nilai untuk `uji` (Nilai uji petugas), dan aturan tidak mengizinkan data kosong",
        en: "`kota-contoh/dinsos` has no value for `uji` (Officer test score), and the rules allow none to be missing"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,⟦⟧
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: """
        Dengan `missing: error` aturan berkata: tanpa nilai ini tidak ada penilaian. Data kosong tidak pernah diam-diam menjadi nol, sebab
        itu akan menghukum instansi untuk berkas yang hilang.
        """,
      en: """
        With `missing: error` the rules say: without this value there is no score. Missing data never turn into zero in silence; that
        would punish an institution for a lost file.
        """),
    remedy: Words(
      id: """
        Tambahkan barisnya pada data. Kalau aturan memang mengizinkan data kosong, tulis `missing: skip` atau `missing: zero` pada bagian
        itu, dengan sumbernya.
        """,
      en: """
        Add the row to the data. If the rules do allow it to be missing, write `missing: skip` or `missing: zero` in that part, with its
        source.
        """))
}
