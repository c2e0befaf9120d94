internal import RuleDiagnostics

/// T0245.
extension CodePage {
  static let moveIntoItself = CodePage(
    title: Words(id: "Kelompok masuk ke dalam dirinya sendiri", en: "A group inside itself"),
    example: CodeExample(
      .edits,
      says: Words(id: "`proses` tidak dapat dipindahkan ke dalam dirinya", en: "`proses` cannot be moved into itself"),
      wrong: """
        - move: {part: proses, under: ⟦proses⟧}
        """,
      right: """
        - move: {part: jam, under: total}
        - remove: {part: proses}
        """),
    reason: Words(
      id: """
        Kelompok tidak dapat menjadi bagian dari dirinya atau dari bagian di bawahnya, dan nilai total tidak dapat dipindah, dipecah atau
        digabung: tidak akan ada lagi pohon yang dapat dihitung.
        """,
      en: """
        A group cannot become a part of itself or of what is below it, and the total cannot be moved, split or merged: there would be no
        tree left to compute.
        """),
    remedy: Words(
      id: "Sebut kelompok lain di `under`. Urutan dua kelompok ditukar dengan memindahkan yang di dalam ke luar lebih dulu.",
      en: "Name another group in `under`. To swap two groups, first move the inner one out."))
}
