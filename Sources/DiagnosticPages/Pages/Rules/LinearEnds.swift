internal import RuleDiagnostics

/// T0222.
extension CodePage {
  static let linearEnds = CodePage(
    title: Words(id: "Garis tanpa panjang", en: "A line without length"),
    example: CodeExample(
      .sections,
      says: Words(id: "`worst` dan `best` sama, 10", en: "`worst` and `best` are the same, 10"),
      wrong: """
        fields: {nilai: {per: unit, type: number, range: [0, 10]}}
        score: {id: total, cite: pedoman, linear: {field: nilai, worst: 10, best: ⟦10⟧}}
        """,
      right: """
        fields: {nilai: {per: unit, type: number, range: [0, 10]}}
        score: {id: total, cite: pedoman, linear: {field: nilai, worst: 0, best: 10}}
        """),
    reason: Words(
      id: """
        `linear` dan `goalposts` menarik garis lurus dari `worst` ke `best`. Kalau keduanya sama, tidak ada garis, dan nilainya akan dibagi nol.
        """,
      en: """
        `linear` and `goalposts` draw a straight line from `worst` to `best`. If both are equal there is no line, and the score would be divided
        by zero.
        """),
    remedy: Words(
      id: "Tulis dua angka yang berbeda: `worst` bernilai terendah, `best` bernilai tertinggi. `worst` boleh di atas `best`.",
      en: "Write two different numbers: `worst` scores lowest, `best` highest. `worst` may be above `best`."))
}
