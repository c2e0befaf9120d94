internal import RuleDiagnostics

/// T0303.
extension CodePage {
  static let csvRagged = CodePage(
    title: Words(id: "Terlalu sedikit atau terlalu banyak sel", en: "Too few or too many cells"),
    example: CodeExample(
      .observations,
      says: Words(id: "baris ini berisi 6 sel, seharusnya 5", en: "this row has 6 cells, the header has 5"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,⟦87,99⟧
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,87.99
        """),
    reason: Words(
      id: """
        Setiap baris punya sel sebanyak kolomnya. Kalau tidak, nilai-nilainya bergeser ke kolom sebelah. Penyebab tersering: koma desimal
        tanpa kutip di antara koma.
        """,
      en: """
        Each row has as many cells as there are columns. Otherwise its values slip into the neighbouring column. The usual cause is a
        decimal comma without quotes between commas.
        """),
    remedy: Words(
      id: "Tulis angka dengan titik, `87.99`. Sel kosong tetap butuh pemisahnya. Teks yang memuat pemisah ditulis dalam kutip.",
      en: "Write numbers with a point, `87.99`. An empty cell still needs its separator. A text that holds a separator is quoted."))
}
