internal import RuleDiagnostics

/// T0251.
extension CodePage {
  static let changeSubset = CodePage(
    severity: .warning,
    title: Words(id: "Perubahan yang tidak dapat berdiri sendiri", en: "A change that cannot stand alone"),
    example: CodeExample(
      .changes,
      says: Words(
        id: "perubahan `bobot` tidak dapat dijalankan tanpa `baru`: tidak ada bagian `loket`",
        en: "the change `bobot` cannot be carried out without `baru`: there is no part `loket`"),
      wrong: """
        - {id: baru, title: {id: Baru, en: New}, cite: pedoman, edits: [add: {under: total, part: {id: loket, weight: 1, yes_no: ada}}]}
        - {id: ⟦bobot⟧, title: {id: Bobot, en: Weight}, cite: pedoman, edits: [set: {part: loket, weight: 2}]}
        """,
      right: """
        - {id: baru, title: {id: Baru, en: New}, cite: pedoman, edits: [add: {under: total, part: {id: loket, weight: 1, yes_no: ada}}]}
        - {id: bobot, title: {id: Bobot, en: Weight}, cite: pedoman, after: [baru], edits: [set: {part: loket, weight: 2}]}
        """),
    reason: Words(
      id: """
        Penjelasan memberi setiap perubahan bernama bagiannya dari selisih nilai. Untuk itu setiap perubahan dijalankan juga tanpa yang
        lain. Perubahan yang membutuhkan perubahan lain harus mengatakannya.
        """,
      en: """
        An explanation gives each named change its share of the difference. To do so, each change is also carried out without the others.
        A change that needs another one must say so.
        """),
    remedy: Words(
      id: "Tulis `after: [id]` pada perubahan itu, atau gabungkan keduanya.",
      en: "Write `after: [id]` in the change, or put the two together."))
}
