internal import RuleDiagnostics

/// T0902.
extension CodePage {
  static let sqlTooLarge = CodePage(
    title: Words(id: "Bilangan terlalu besar untuk SQL", en: "A number too large for SQL"),
    example: CodeExample(
      .fragment,
      says: Words(
        id: "bidang `antrean` tidak punya `range:`, sehingga nilai `antrean` tidak berbatas",
        en: "the field `antrean` has no `range:`, so the score of `antrean` has no bounds"),
      wrong: """
        fields:
          ⟦antrean⟧: {per: unit, type: number}
        """,
      right: """
        fields:
          antrean: {per: unit, type: number, range: [0, 600]}
        """),
    reason: Words(
      id: """
        Mesin SQL menghitung bilangan bulat sampai 2^63; sebagian diam-diam beralih ke pecahan biner bila lewat. Karena itu setiap bilangan
        dalam teks dibuktikan muat, dari `range:` bidang, bobot, `--decimals` dan `--most`. Yang tidak terbukti ditolak.
        """,
      en: """
        SQL engines compute whole numbers up to 2^63; some silently turn to binary fractions beyond. So every number in the text is proven
        to fit, from the `range:` of fields, the weights, `--decimals` and `--most`. What cannot be proven is refused.
        """),
    remedy: Words(
      id: "Tulis `range:` pada bidang, sederhanakan bobot, atau turunkan `--decimals` dan `--most`.",
      en: "Write the `range:` of fields, make weights simpler, or lower `--decimals` and `--most`."))
}
