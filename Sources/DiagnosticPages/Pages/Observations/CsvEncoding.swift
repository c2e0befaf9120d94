internal import RuleDiagnostics

/// T0304.
extension CodePage {
  static let csvEncoding = CodePage(
    title: Words(id: "Berkas CSV bukan UTF-8", en: "The CSV file is not UTF-8"),
    example: CodeExample(
      .observations,
      says: Words(id: "bita `0xE9` bukan bagian dari teks UTF-8", en: "the byte `0xE9` is not part of UTF-8 text"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,caf<E9>,,uji,80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,café,,uji,80
        """),
    reason: Words(
      id: "Huruf yang sama disimpan berbeda dalam pengodean yang berbeda. Nama unit yang rusak akan terbaca sebagai unit lain.",
      en: "The same letter is stored differently in different encodings. A damaged name would be taken for another unit."),
    remedy: Words(
      id: "Dalam Excel: Simpan Sebagai, CSV UTF-8. Dalam Notepad: Pengodean UTF-8.",
      en: "In Excel: Save As, CSV UTF-8. In Notepad: Encoding UTF-8."))
}
