internal import RuleDiagnostics

/// T0223.
extension CodePage {
  static let ladder = CodePage(
    or: .note,
    title: Words(id: "Tangga jenjang yang terputus", en: "A broken ladder"),
    example: CodeExample(
      .sections,
      says: Words(id: "jenjang `unit` tidak berada di dalam `instansi`", en: "the rung `unit` does not stand in `instansi`"),
      wrong: """
        units: {instansi: {}, ⟦unit⟧: {}}
        """,
      right: """
        units: {instansi: {}, unit: {in: instansi}}
        """),
    reason: Words(
      id: """
        `units` adalah satu tangga: jenjang teratas dulu, lalu setiap jenjang berkata dengan `in` ia berada di jenjang mana. Cabang,
        celah, atau dua jenjang teratas membuat tidak jelas di mana nilai digabung.
        """,
      en: """
        `units` is one ladder: the topmost rung first, then each rung says with `in` where it stands. Branches, gaps or two topmost rungs
        would leave open where scores are combined.
        """),
    remedy: Words(
      id: "Tulis jenjang dari atas ke bawah. Yang teratas tanpa `in`, yang lain dengan `in: jenjang tepat di atasnya`.",
      en: "Write the rungs from top to bottom. The topmost has no `in`, every other has `in:` the rung just above it."))
}
