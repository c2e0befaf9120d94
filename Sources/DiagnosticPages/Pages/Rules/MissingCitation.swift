internal import RuleDiagnostics

/// T0230.
extension CodePage {
  static let missingCitation = CodePage(
    severity: .warning,
    title: Words(id: "Tidak menyebut sumber", en: "No source is cited"),
    example: CodeExample(
      .sections,
      says: Words(id: "nilai total tidak menyebut sumber", en: "the total cites no source"),
      wrong: """
        score: {id: ⟦total⟧, yes_no: ada}
        """,
      right: """
        score: {id: total, cite: pedoman, yes_no: ada}
        """),
    reason: Words(
      id: """
        Nilai total dan garis zona menentukan siapa hijau dan siapa merah. Pembaca berhak tahu dokumen mana yang menetapkannya. Tanpa
        sumber edisi ini tetap dapat dihitung, jadi ini peringatan.
        """,
      en: """
        The total and the zone lines decide who is green and who is red. Readers have a right to know which document laid them down.
        Without a source the edition can still be computed, so this is a warning.
        """),
    remedy: Words(
      id: "Tambahkan `cite: [sumber]`, lalu dokumennya di `sources`. Angka yang tidak tertulis di mana pun diberi `provenance: assumed`.",
      en: "Add `cite: [source]`, and the document to `sources`. A figure that stands nowhere gets `provenance: assumed`."))
}
