internal import RuleDiagnostics

/// T0316.
extension CodePage {
  static let cellID = CodePage(
    or: .warning,
    title: Words(id: "Id yang tidak dapat dipakai", en: "An id that cannot be used"),
    example: CodeExample(
      .observations,
      says: Words(id: "id `dinsos ` diawali atau diakhiri spasi", en: "the id `dinsos ` begins or ends with a blank"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,⟦dinsos ⟧,,uji,80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: """
        Unit yang sama harus bernama sama di setiap baris dan setiap tahun. Spasi di ujung, huruf yang tidak terlihat, atau beda huruf
        besar kecil akan membuat satu unit menjadi dua.
        """,
      en: """
        A unit must have the same name in every row and every year. A blank at the end, an invisible letter or a difference in case would
        make two units of one.
        """),
    remedy: Words(
      id: "Tulis id seperti pada saran, pendek dan dengan satu ejaan. Nama lengkap ditulis di `entities.csv`.",
      en: "Write the id as the help says, short and in one spelling. Full names go into `entities.csv`."))
}
