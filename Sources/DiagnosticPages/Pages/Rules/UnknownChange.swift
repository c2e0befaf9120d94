internal import RuleDiagnostics

/// T0246.
extension CodePage {
  static let unknownChange = CodePage(
    title: Words(id: "Perubahan yang tidak dikenal", en: "An unknown change"),
    example: CodeExample(
      .successor,
      says: Words(id: "tidak ada perubahan `susunan` di `changes`", en: "there is no change `susunan` in `changes`"),
      wrong: """
        lineage: {from: 2021, parts: [{kind: moved, from: masuk, to: masuk, change: ⟦susunan⟧}]}
        """,
      right: """
        lineage:
          from: 2021
          parts: [{kind: moved, from: masuk, to: masuk, change: susunan}]
          changes: [{id: susunan, title: {id: Susunan baru, en: New structure}, cite: pedoman}]
        """),
    reason: Words(
      id: """
        `lineage` mengaitkan asal sebuah bagian dengan perubahan bernama, supaya penjelasan dapat menyebut judul dan sumbernya. Perubahan
        itu harus ada di `changes`.
        """,
      en: """
        `lineage` ties the origin of a part to a named change, so that explanations can give its title and source. That change must stand
        in `changes`.
        """),
    remedy: Words(
      id: "Perbaiki ejaannya, atau tambahkan perubahan itu di `changes` dengan judul dan sumber.",
      en: "Mend the spelling, or add the change to `changes` with a title and a source."))
}
