internal import RuleDiagnostics

/// T0610.
extension CodePage {
  static let exportLimit = CodePage(
    title: Words(id: "Hasil tidak muat dalam bentuk berkas itu", en: "Results do not fit that kind of file"),
    example: CodeExample(
      .command,
      says: Words(
        id: "lembar `Bagian` melebihi 1048576 baris, batas berkas XLSX",
        en: "the sheet `Parts` has more than 1048576 rows, which an XLSX file cannot hold"),
      wrong: """
        timbang export --rules 2022 --data nasional.csv --xlsx hasil.xlsx ⟦--parts-to product⟧
        """,
      right: """
        timbang export --rules 2022 --data nasional.csv --xlsx hasil.xlsx --parts-to institution
        """),
    reason: Words(
      id: """
        Setiap bentuk berkas punya batas: lembar XLSX 1.048.576 baris dan 32.767 huruf per sel, SQLite bilangan bulat 64 bit untuk nilai
        berskala. timbang tidak memotong dan tidak membulatkan diam-diam; tidak ada berkas yang ditulis.
        """,
      en: """
        Every kind of file has limits: a sheet of XLSX 1,048,576 rows and 32,767 characters in a cell, SQLite whole numbers of 64 bits for
        scaled scores. timbang neither cuts nor rounds in silence; no file is written.
        """),
    remedy: Words(
      id: "Pakai bentuk lain (`--csv`, `--sqlite`, `--json`) atau tabel bagian yang lebih kecil (`--parts-to institution`).",
      en: "Use another form (`--csv`, `--sqlite`, `--json`), or a smaller table of parts (`--parts-to institution`)."))
}
