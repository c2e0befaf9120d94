internal import RuleDiagnostics

/// T0301.
extension CodePage {
  static let csvSyntax = CodePage(
    title: Words(id: "Kutip atau akhir baris yang rusak", en: "Broken quotes or line ends"),
    example: CodeExample(
      .observations,
      says: Words(id: "tanda kutip yang dibuka di sini tidak ditutup", en: "the quote opened here is not closed"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,⟦"⟧80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: """
        Dalam CSV, kutip ganda membungkus teks yang memuat pemisah. Kutip yang tidak ditutup menelan baris-baris berikutnya, sehingga
        pengamatan hilang tanpa terlihat. Kode ini juga memberi tahu, sebagai catatan, cara sebuah berkas dibaca bila pemisahnya tidak
        biasa.
        """,
      en: """
        In CSV, double quotes wrap a text that holds a separator. A quote that is not closed swallows the rows behind it, and observations
        vanish unseen. The same code also tells, as a note, how a file was read when it is not written the plain way.
        """),
    remedy: Words(
      id: "Tutup kutipnya, atau hapus. Kutip di dalam teks ditulis dua kali. Simpan dengan akhir baris LF atau CRLF.",
      en: "Close the quote, or remove it. A quote inside a text is written twice. Save with line ends LF or CRLF."))
}
