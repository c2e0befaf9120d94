internal import RuleDiagnostics

/// T0605.
extension CodePage {
  static let sheetNotFound = CodePage(
    title: Words(id: "Lembar atau tabel tidak ditemukan", en: "A sheet or table was not found"),
    example: CodeExample(
      .command,
      says: Words(id: "tidak ada lembar `Dta`", en: "there is no sheet `Dta`"),
      wrong: """
        timbang score --rules 2022 --data survei.xlsx --sheet ⟦Dta⟧
        """,
      right: """
        timbang score --rules 2022 --data survei.xlsx --sheet Data
        """),
    reason: Words(
      id: """
        Satu buku kerja memuat beberapa lembar, satu basis data beberapa tabel. Tanpa nama yang tepat, lembar yang salah dapat
        terbaca.
        """,
      en: """
        A workbook holds several sheets, a database several tables. Without the right name the wrong one could be read.
        """),
    remedy: Words(
      id: """
        Sebut lembar atau tabel dengan `--sheet`, untuk direktori dengan `--entities-sheet`. Tanpa itu, lembar pertama yang
        tampak dibaca; dalam basis data satu-satunya tabel, atau yang bernama `observations` (`entities` untuk direktori).
        """,
      en: """
        Name the sheet or table by `--sheet`, for a directory by `--entities-sheet`. Without it the first visible sheet is read;
        in a database the only table, or the one called `observations` (`entities` for a directory).
        """))
}
