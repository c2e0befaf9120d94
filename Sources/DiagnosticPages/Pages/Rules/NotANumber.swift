internal import RuleDiagnostics

/// T0206.
extension CodePage {
  static let notANumber = CodePage(
    title: Words(id: "Bukan angka", en: "Not a number"),
    example: CodeExample(
      .sections,
      says: Words(id: "`21,85` bukan angka untuk bobot bagian `masuk`", en: "`21,85` is no number for the weight of the part `masuk`"),
      wrong: """
        score: {id: total, cite: pedoman, parts: [{id: masuk, yes_no: ada, weight: ⟦"21,85"⟧}]}
        """,
      right: """
        score: {id: total, cite: pedoman, parts: [{id: masuk, yes_no: ada, weight: 21.85}]}
        """),
    reason: Words(
      id: """
        Angka ditulis dengan titik desimal: `21.85`, atau sebagai pecahan `"100/3"`. Koma desimal, ribuan, persen, dan nol di depan
        ditolak karena YAML atau program lain membacanya dengan arti lain.
        """,
      en: """
        A number is written with a decimal point: `21.85`, or as a fraction `"100/3"`. A decimal comma, thousands, per cent and leading
        zeros are refused, because YAML or other programs read them differently.
        """),
    remedy: Words(id: "Tulis angka seperti pada saran.", en: "Write the number as the help says."))
}
