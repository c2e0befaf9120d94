internal import RuleDiagnostics

/// T0702.
extension CodePage {
  static let lockLine = CodePage(
    title: Words(id: "Baris register yang tidak utuh", en: "A line of the register is not whole"),
    example: CodeExample(
      .register,
      says: Words(id: "baris terakhir tidak berakhir: berkas ini terpotong", en: "the last line has no end: the file was cut off"),
      wrong: """
        timbang-lock 1
        1 contoh/2022 scoring=sha256:52a2..⟦⟧
        """,
      right: """
        timbang-lock 1
        1 contoh/2022 scoring=sha256:52a2.. document=.. file=.. bytes=.. date=.. previous=.. line=..
        """),
    reason: Words(
      id: """
        Setiap baris register punya bentuk yang tetap. Baris yang terpotong, byte asing, atau akhir baris CRLF berarti sesuatu telah
        menulis ulang berkas itu.
        """,
      en: """
        Each line of the register has a fixed form. A line cut short, a foreign byte or a CRLF line end means that something has rewritten
        the file.
        """),
    remedy: Words(
      id: """
        Kembalikan `timbang.lock` dari riwayat git. Tulis `timbang.lock -text` di `.gitattributes` kalau ada yang bekerja dengan Windows.
        """,
      en: """
        Put `timbang.lock` back from the history in git. Write `timbang.lock -text` into `.gitattributes` if anyone works on Windows.
        """))
}
