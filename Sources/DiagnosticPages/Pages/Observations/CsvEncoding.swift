internal import RuleDiagnostics

/// T0304.
extension CodePage {
  static let csvEncoding = CodePage(
    title: Words(id: "Pengodean berkas CSV tidak terbaca", en: "The encoding of a CSV file cannot be read"),
    example: CodeExample(
      .observations,
      says: Words(
        id: "bita `0x81` bukan bagian dari teks UTF-8 maupun Windows-1252",
        en: "the byte `0x81` is part of no text in UTF-8 or Windows-1252"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,caf<81>,,uji,80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,café,,uji,80
        """),
    reason: Words(
      id: """
        Huruf yang sama disimpan berbeda dalam pengodean yang berbeda. UTF-8, UTF-16 dan Windows-1252 dikenali dan disebut; selain itu,
        atau bila sebagian bita rusak, nama unit dapat terbaca sebagai unit lain.
        """,
      en: """
        The same letter is stored differently in different encodings. UTF-8, UTF-16 and Windows-1252 are recognised and named; with any
        other, or with some bytes damaged, a name could be taken for that of another unit.
        """),
    remedy: Words(
      id:
        "Dalam Excel: Simpan Sebagai, CSV UTF-8. Dalam Notepad: Pengodean UTF-8. Kalau pengodeannya diketahui, sebut dengan `--encoding`.",
      en: "In Excel: Save As, CSV UTF-8. In Notepad: Encoding UTF-8. If you know the encoding, name it with `--encoding`."))
}
