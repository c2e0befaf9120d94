internal import RuleDiagnostics

/// T0604.
extension CodePage {
  static let workbookTooLarge = CodePage(
    title: Words(id: "Buku kerja atau basis data terlalu besar", en: "A workbook or database is too large"),
    example: CodeExample(
      .command,
      says: Words(
        id: "bagian `xl/worksheets/sheet1.xml` menjadi lebih dari 200 kali lebih besar saat dibongkar",
        en: "the part `xl/worksheets/sheet1.xml` becomes over 200 times larger when it is unpacked"),
      wrong: """
        timbang score --rules 2022 --data ⟦bom.xlsx⟧
        """,
      right: """
        timbang score --rules 2022 --data survei.xlsx
        """),
    reason: Words(
      id: """
        Berkas kecil dapat dibuat sedemikian rupa sehingga isinya memenuhi memori komputer. Batasnya jauh di atas data seluruh
        negeri: 64 MiB per berkas, 256 MiB per bagian setelah dibongkar, 1.048.576 baris, 16.384 kolom, 32.767 huruf per sel.
        """,
      en: """
        A small file can be made so that its content fills the memory of the machine. The limits lie far above the data of a
        whole nation: 64 MiB a file, 256 MiB a part when unpacked, 1,048,576 rows, 16,384 columns, 32,767 characters a cell.
        """),
    remedy: Words(
      id: """
        Hapus lembar, gambar dan format yang tidak diperlukan, bagi datanya menjadi beberapa berkas, atau simpan sebagai CSV
        UTF-8.
        """,
      en: """
        Remove sheets, pictures and formats that are not needed, split the data into several files, or save it as CSV UTF-8.
        """))
}
