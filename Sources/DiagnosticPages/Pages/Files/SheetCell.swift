internal import RuleDiagnostics

/// T0606.
extension CodePage {
  static let sheetCell = CodePage(
    title: Words(id: "Isi sel tidak dapat dibaca", en: "A cell cannot be read"),
    example: CodeExample(
      .command,
      says: Words(id: "sel ini memuat rumus tanpa hasil", en: "this cell holds a formula without its result"),
      wrong: """
        timbang score --rules 2022 --data ⟦dari-skrip.xlsx⟧
        """,
      right: """
        timbang score --rules 2022 --data disimpan-dari-excel.xlsx
        """),
    reason: Words(
      id: """
        Rumus tidak dihitung di sini; yang dibaca adalah hasil yang disimpan Excel. Berkas yang ditulis sebuah program sering
        memuat rumus saja. Isi biner basis data (BLOB) bukan nilai.
        """,
      en: """
        Formulas are not computed here; what is read is the result that Excel saved. A file that a program wrote often holds the
        formula alone. Binary content of a database (BLOB) is no value.
        """),
    remedy: Words(
      id: """
        Buka dan simpan berkas itu dengan Excel atau LibreOffice, atau ganti rumus dengan nilainya.
        """,
      en: """
        Open and save the file in Excel or LibreOffice, or replace the formula by its value.
        """))
}
