internal import RuleDiagnostics

/// T0501.
extension CodePage {
  static let nothingInCommon = CodePage(
    title: Words(id: "Kedua tahun tidak punya kesamaan", en: "The two years have nothing in common"),
    example: CodeExample(
      .data,
      says: Words(
        id: "`kota-contoh` tidak punya satu pun unit yang sama pada kedua tahun",
        en: "`kota-contoh` has no unit in common between the two years"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,⟦dinas-sosial⟧,,uji,80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: """
        Perubahan dipecah dengan membandingkan yang diamati pada kedua tahun. Tanpa satu pun unit atau bidang yang sama, setiap pembagian
        antara kinerja dan metode hanya tebakan.
        """,
      en: """
        A change is split by comparing what was observed in both years. Without a single unit or field in common, any split between
        performance and method would be a guess.
        """),
    remedy: Words(
      id: """
        Periksa ejaan unit: id yang sama harus dipakai setiap tahun. Bidang yang berganti nama ditulis di `lineage.fields` atau dengan
        `rename`.
        """,
      en: """
        Check the spelling of the units: the same id must be used every year. A field that changed its name is written in `lineage.fields`
        or by `rename`.
        """))
}
