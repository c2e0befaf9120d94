internal import RuleDiagnostics

/// T0220.
extension CodePage {
  static let bandRows = CodePage(
    or: .warning,
    title: Words(id: "Baris yang tidak menutup rentang", en: "Rows that do not cover the range"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "bagian `total`: nilai dari 0 sampai 50 tidak masuk baris mana pun",
        en: "the part `total`: values from 0 to 50 fall in no row"),
      wrong: """
        fields: {nilai: {per: unit, type: number, range: [0, 100]}}
        score: {id: ⟦total⟧, cite: pedoman, bands: {field: nilai, rows: [{from: 50, score: 50}, {from: 90, score: 100}]}}
        """,
      right: """
        fields: {nilai: {per: unit, type: number, range: [0, 100]}}
        score: {id: total, cite: pedoman, bands: {field: nilai, rows: [{from: 0, score: 0}, {from: 50, score: 50}, {from: 90, score: 100}]}}
        """),
    reason: Words(
      id: """
        Tabel `bands` memberi nilai untuk setiap angka dalam rentang bidangnya. Baris harus naik, mulai dari ujung bawah rentang, dan
        tidak melewati ujung atasnya. Kalau tidak, ada angka tanpa nilai, atau baris yang tidak pernah terpakai.
        """,
      en: """
        A table of `bands` gives a score to every number in the range of its field. The rows must rise, begin at the lower end and not go
        beyond the upper end. Otherwise some number has no score, or some row is never used.
        """),
    remedy: Words(
      id: "Tambahkan baris dari ujung bawah rentang, urutkan, dan tulis `range` pada bidangnya.",
      en: "Add a row from the lower end of the range, put the rows in order, and write a `range` for the field."))
}
