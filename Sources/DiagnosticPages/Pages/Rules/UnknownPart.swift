internal import RuleDiagnostics

/// T0241.
extension CodePage {
  static let unknownPart = CodePage(
    title: Words(id: "Bagian yang tidak dikenal", en: "An unknown part"),
    example: CodeExample(
      .edits,
      says: Words(id: "tidak ada bagian `masukan`", en: "there is no part `masukan`"),
      wrong: """
        - set: {part: ⟦masukan⟧, weight: 70}
        """,
      right: """
        - set: {part: masuk, weight: 70}
        """),
    reason: Words(
      id: """
        Suntingan menyebut bagian dengan id-nya, bukan dengan tempatnya. Id itu harus ada di edisi dasar, atau ditambahkan oleh suntingan
        sebelumnya.
        """,
      en: """
        An edit names a part by its id, not by its place. The id must be there in the base edition, or have been added by an earlier edit.
        """),
    remedy: Words(
      id: "Perbaiki ejaannya. `timbang resolve` mencetak seluruh edisi dasar dengan semua id-nya.",
      en: "Mend the spelling. `timbang resolve` prints the whole base edition with all its ids."))
}
