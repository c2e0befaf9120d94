internal import RuleDiagnostics

/// T0608.
extension CodePage {
  static let sheetRead = CodePage(
    severity: .note, title: Words(id: "Cara sebuah lembar dibaca", en: "How a sheet was read"),
    example: CodeExample(
      .command,
      says: Words(
        id: "lembar `Data` dibaca; buku kerja ini juga memuat `Catatan`",
        en: "read the sheet `Data`; the workbook also holds `Catatan`"),
      wrong: """
        timbang score --rules 2022 --data ⟦survei.xlsx⟧
        """,
      right: """
        timbang score --rules 2022 --data survei.xlsx --sheet Data
        """),
    reason: Words(
      id: """
        Yang dianggap begitu saja harus dikatakan: lembar mana yang dibaca, baris tersembunyi yang ikut dibaca, dan angka yang
        ditulis Excel dengan 17 angka penting (`77.989999999999995`) yang dibaca sebagai desimal terpendek dengan nilai biner
        yang sama (`77.99`).
        """,
      en: """
        What is taken for granted must be said: which sheet was read, hidden rows that were read too, and numbers which Excel
        writes with 17 digits (`77.989999999999995`) that are read as the shortest decimal of the same binary value (`77.99`).
        """),
    remedy: Words(
      id: """
        Periksa apakah itu yang dimaksud. Sebut lembarnya dengan `--sheet`, dan bulatkan hasil hitungan di lembar itu sendiri.
        """,
      en: """
        See whether that is what was meant. Name the sheet by `--sheet`, and round results of computations in the sheet itself.
        """))
}
