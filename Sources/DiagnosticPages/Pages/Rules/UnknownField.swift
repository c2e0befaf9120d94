internal import RuleDiagnostics

/// T0213.
extension CodePage {
  static let unknownField = CodePage(
    title: Words(id: "Bidang yang tidak dikenal", en: "An unknown field"),
    example: CodeExample(
      .sections,
      says: Words(id: "tidak ada bidang `adaa`", en: "there is no field `adaa`"),
      wrong: """
        score: {id: total, cite: pedoman, yes_no: ⟦adaa⟧}
        """,
      right: """
        score: {id: total, cite: pedoman, yes_no: ada}
        """),
    reason: Words(
      id: "Bagian hanya dapat menilai apa yang dicatat. Setiap bidang yang disebut harus ada di `fields`, dengan jenis dan jenjangnya.",
      en: "A part can only score what is recorded. Every field that is named must stand in `fields`, with its type and its rung."),
    remedy: Words(id: "Perbaiki ejaannya, atau tambahkan bidang itu di `fields`.", en: "Mend the spelling, or add the field to `fields`."))
}
