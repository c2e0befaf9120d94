internal import RuleDiagnostics

/// T0242.
extension CodePage {
  static let conflictingEdits = CodePage(
    title: Words(id: "Dua perubahan berebut satu kunci", en: "Two changes to one key"),
    example: CodeExample(
      .changes,
      says: Words(id: "perubahan `a` sudah menyentuh `weight` pada `masuk`", en: "the change `a` has touched `weight` of `masuk` already"),
      wrong: """
        - {id: a, title: {id: A, en: A}, cite: pedoman, edits: [set: {part: masuk, weight: 70}]}
        - {id: b, title: {id: B, en: B}, cite: pedoman, edits: [set: {part: masuk, ⟦weight⟧: 80}]}
        """,
      right: """
        - {id: a, title: {id: A, en: A}, cite: pedoman, edits: [set: {part: masuk, weight: 70}]}
        - {id: b, title: {id: B, en: B}, cite: pedoman, after: [a], edits: [set: {part: masuk, weight: 80}]}
        """),
    reason: Words(
      id: """
        Setiap perubahan bernama adalah satu baris penjelasan. Kalau dua perubahan menulis kunci yang sama dari bagian yang sama, hasilnya
        bergantung pada urutan, dan tidak jelas perubahan mana yang menjawab.
        Juga di dalam satu perubahan setiap kunci ditulis satu kali.
        """,
      en: """
        Each named change is one line of the explanation. If two of them write the same key of the same part, the result depends on their
        order, and it is not clear which of them answers for it. Within one change, too, a key is written once.
        """),
    remedy: Words(
      id: "Satukan kedua perubahan itu, atau tulis `after: [id]` pada yang berlaku belakangan.",
      en: "Make one change of the two, or write `after: [id]` in the one that holds later."))
}
