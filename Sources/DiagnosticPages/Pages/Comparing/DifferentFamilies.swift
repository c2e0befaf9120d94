internal import RuleDiagnostics

/// T0502.
extension CodePage {
  static let differentFamilies = CodePage(
    title: Words(id: "Edisi yang mengukur hal berbeda", en: "Editions that measure different things"),
    example: CodeExample(
      .command,
      says: Words(
        id: "aturan `kepatuhan` dan `spbe` mengukur hal yang berbeda",
        en: "the rules `kepatuhan` and `spbe` measure different things"),
      wrong: """
        timbang zones --published terbit.csv --rules kepatuhan/2022 ⟦spbe/2018⟧
        """,
      right: """
        timbang zones --published terbit.csv --rules kepatuhan/2021 kepatuhan/2022
        """),
    reason: Words(
      id: "Nilai dari dua penilaian, dua skala atau dua tangga jenjang tidak dapat dikurangkan. Selisihnya tidak berarti apa-apa.",
      en: "Scores of two assessments, two scales or two ladders cannot be subtracted. The difference means nothing."),
    remedy: Words(
      id: "Sebut dua edisi dari satu keluarga. Yang lain dapat ditampilkan berdampingan, dengan `timbang score` untuk masing-masing.",
      en: "Name two editions of one family. Others can be shown side by side, with `timbang score` for each."))
}
