internal import RuleDiagnostics

/// T0217.
extension CodePage {
  static let unknownSource = CodePage(
    title: Words(id: "Sumber yang tidak dikenal", en: "An unknown source"),
    example: CodeExample(
      .sections,
      says: Words(id: "tidak ada sumber `pedomen`", en: "there is no source `pedomen`"),
      wrong: """
        zones: {cite: [⟦pedomen h. 3⟧], ladder: [{id: merah, from: 0}]}
        """,
      right: """
        zones: {cite: [pedoman h. 3], ladder: [{id: merah, from: 0}]}
        """),
    reason: Words(
      id: """
        Setiap angka harus dapat ditelusuri ke dokumennya. `cite` menyebut kunci dari `sources`; kata-kata di belakangnya, misalnya `h.
        3`, menunjuk tempat di dalam dokumen.
        """,
      en: """
        Every figure must lead back to its document. `cite` names a key of `sources`; the words behind it, such as `p. 3`, point to a
        place in the document.
        """),
    remedy: Words(
      id: "Perbaiki ejaannya, atau tambahkan dokumen itu di `sources`.",
      en: "Mend the spelling, or add the document to `sources`."))
}
