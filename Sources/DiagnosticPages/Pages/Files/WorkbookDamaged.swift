internal import RuleDiagnostics

/// T0603.
extension CodePage {
  static let workbookDamaged = CodePage(
    title: Words(id: "Buku kerja atau basis data rusak", en: "A damaged workbook or database"),
    example: CodeExample(
      .command,
      says: Words(
        id: "buku kerja ini rusak: arsip zip-nya terpotong atau rusak", en: "this workbook is damaged: its zip archive is cut or broken"),
      wrong: """
        timbang score --rules 2022 --data ⟦setengah.xlsx⟧
        """,
      right: """
        timbang score --rules 2022 --data utuh.xlsx
        """),
    reason: Words(
      id: """
        Berkas yang terpotong saat diunduh atau dikirim sering masih berisi sebagian data. Sebagian data tidak boleh terbaca
        sebagai seluruhnya.
        """,
      en: """
        A file that was cut while it was downloaded or sent often still holds some of its data. Some of the data must not pass
        for all of it.
        """),
    remedy: Words(
      id: """
        Minta atau unduh berkas itu sekali lagi. Jika Excel atau LibreOffice masih dapat membukanya, simpan dari sana dengan
        nama baru.
        """,
      en: """
        Ask for the file or download it once more. If Excel or LibreOffice can still open it, save it from there under a new
        name.
        """))
}
