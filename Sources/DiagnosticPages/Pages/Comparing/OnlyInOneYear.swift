internal import RuleDiagnostics

/// T0503.
extension CodePage {
  static let onlyInOneYear = CodePage(
    severity: .warning,
    title: Words(id: "Hanya ada pada satu tahun", en: "Only in one year"),
    example: CodeExample(
      .data,
      says: Words(id: "`kota-contoh` hanya ada dalam data 2022", en: "`kota-contoh` is only in the data of 2022"),
      wrong: """
        institution,unit,product,field,value
        ⟦kota-contoh-baru⟧,dinsos,,uji,80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: """
        Instansi yang hanya disurvei pada satu tahun tidak punya perubahan. Kode ini disediakan untuk itu; versi ini melewati instansi
        tersebut tanpa pesan.
        """,
      en: """
        An institution that was surveyed in one year only has no change. The code is kept for that; this version passes over such
        institutions without a message.
        """),
    remedy: Words(
      id: "Periksa id instansi itu pada kedua tahun. Kalau memang baru, tampilkan nilainya dengan `timbang score`.",
      en: "Check the id of the institution in both years. If it is new, show its score with `timbang score`."))
}
