internal import RuleDiagnostics

/// T0215.
extension CodePage {
  static let wrongRung = CodePage(
    title: Words(id: "Jenjang yang tidak cocok", en: "Rungs that do not fit"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "bagian `masuk` berada di jenjang `unit`, di atas kelompoknya di `produk`",
        en: "the part `masuk` lives on the rung `unit`, above its group on `produk`"),
      wrong: """
        units: {unit: {}, produk: {in: unit}}
        score: {id: total, cite: pedoman, at: produk, parts: [{id: ⟦masuk⟧, weight: 1, yes_no: ada}]}
        """,
      right: """
        units: {unit: {}, produk: {in: unit}}
        score: {id: total, cite: pedoman, at: unit, parts: [{id: masuk, weight: 1, yes_no: ada}]}
        """),
    reason: Words(
      id: """
        Bagian dinilai di jenjang bidangnya, lalu digabung ke atas sampai jenjang kelompoknya. Nilai satu unit tidak dapat dibagikan ke
        bawah, ke produk-produknya, dan satu indikator tidak dapat mencampur bidang dari dua jenjang.
        """,
      en: """
        A part is scored on the rung of its field and then combined upwards to the rung of its group. The score of a unit cannot be handed
        down to its products, and one indicator cannot mix fields of two rungs.
        """),
    remedy: Words(
      id: "Tulis `at:` pada kelompok dengan jenjang yang sama atau lebih tinggi, atau jadikan dua bagian.",
      en: "Write `at:` in the group with the same or a higher rung, or make two parts of it."))
}
