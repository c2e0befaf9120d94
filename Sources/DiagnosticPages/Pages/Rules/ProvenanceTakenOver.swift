internal import RuleDiagnostics

/// T0252.
extension CodePage {
  static let provenanceTakenOver = CodePage(
    severity: .warning,
    title: Words(id: "Asal angka milik angka lain", en: "The provenance of another number"),
    example: CodeExample(
      .changes,
      says: Words(
        id: "bobot `masuk` baru, tetapi asal angka `published` milik angka sebelumnya",
        en: "the weight of `masuk` is new, but its provenance `published` is that of the number before"),
      wrong: """
        - {id: terbit, title: {id: Terbit, en: Publish}, cite: pedoman, edits: [set: {part: masuk, provenance: published}]}
        - {id: ubah, title: {id: Ubah, en: Change}, cite: pedoman, after: [terbit], edits: [set: {part: masuk, weight: ⟦70⟧}]}
        """,
      right: """
        - {id: terbit, title: {id: Terbit, en: Publish}, cite: pedoman, edits: [set: {part: masuk, provenance: published}]}
        - {id: ubah, title: {id: Ubah, en: Change}, cite: pedoman, after: [terbit], edits: [set: {part: masuk, weight: 70, provenance: published}]}
        """),
    reason: Words(
      id: """
        Bagian yang diubah dengan `set` atau `move` menyimpan semua yang tidak disebut, juga `provenance` dan `cite`. Bobot yang diganti
        tanpa keduanya tampil seolah-olah terbit dalam sumber angka lama, padahal tidak ada yang mengatakan dari mana angka barunya.
        """,
      en: """
        A part that `set` or `move` changes keeps all that is not named, also `provenance` and `cite`. A weight that is replaced without
        them looks as if it were published in the source of the old number, while nobody has said where the new one comes from.
        """),
    remedy: Words(
      id: """
        Tulis `provenance:` di samping bobot yang baru (`published`, `reconstructed`, atau `assumed`), juga bila katanya tetap sama, dan
        `cite:` di sampingnya atau pada perubahannya. Sesudah `move`, tulis dengan `set` dalam perubahan yang sama.
        """,
      en: """
        Write `provenance:` beside the new weight (`published`, `reconstructed` or `assumed`), even if the word stays the same, and
        `cite:` beside it or on the change. After a `move`, write it with a `set` in the same change.
        """))
}
