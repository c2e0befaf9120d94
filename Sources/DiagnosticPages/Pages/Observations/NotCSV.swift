internal import RuleDiagnostics

/// T0305.
extension CodePage {
  static let notCSV = CodePage(
    title: Words(id: "Bukan berkas CSV", en: "Not a CSV file"),
    example: CodeExample(
      .observations,
      says: Words(id: "ini berkas JSON, bukan CSV", en: "this is a JSON file, not CSV"),
      wrong: """
        ⟦⟧[{"institution": "kota-contoh", "unit": "dinsos", "field": "uji", "value": 80}]
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: """
        Isi berkas ini milik format lain: Excel, PDF, HTML, JSON atau berkas terkompresi. Mengganti nama berkas tidak mengubah isinya.
        """,
      en: """
        The content of this file belongs to another format: Excel, PDF, HTML, JSON or a compressed file. Giving it another name does not
        change what it holds.
        """),
    remedy: Words(
      id: "Buka dengan program asalnya, lalu simpan sebagai CSV UTF-8.",
      en: "Open it with the program it comes from, and save it as CSV UTF-8."))
}
