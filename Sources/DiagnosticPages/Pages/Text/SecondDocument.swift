internal import RuleDiagnostics

/// T0109.
extension CodePage {
  static let secondDocument = CodePage(
    title: Words(id: "Dua dokumen dalam satu berkas", en: "Two documents in one file"),
    example: CodeExample(
      .sections,
      says: Words(id: "dokumen kedua dimulai di sini", en: "a second document begins here"),
      wrong: """
        zones: {cite: pedoman, ladder: [{id: merah, from: 0}]}
        ⟦---⟧
        title: {id: Penilaian 2022, en: Assessment 2022}
        """,
      right: """
        zones: {cite: pedoman, ladder: [{id: merah, from: 0}]}
        title: {id: Penilaian 2022, en: Assessment 2022}
        """),
    reason: Words(
      id: "Satu berkas berisi satu edisi. Teks di belakang garis `---` akan tampak berlaku, padahal tidak pernah dibaca.",
      en: "A file holds one edition. Text behind a line `---` would look as if it counted, but would never be read."),
    remedy: Words(
      id: "Pindahkan teks itu ke berkas tersendiri, atau hapus garis `---`.",
      en: "Move the text to a file of its own, or delete the line `---`."))
}
