internal import RuleDiagnostics

/// T0219.
extension CodePage {
  static let zoneLines = CodePage(
    or: .warning,
    title: Words(id: "Garis zona yang tidak naik", en: "Zone lines that do not rise"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "zona `hijau` mulai pada 78, tidak lebih tinggi daripada `kuning`",
        en: "the zone `hijau` begins at 78, not above `kuning`"),
      wrong: """
        zones:
          cite: pedoman
          ladder:
            - {id: merah, from: 0}
            - {id: kuning, from: 84}
            - {id: hijau, from: ⟦78⟧}
        """,
      right: """
        zones:
          cite: pedoman
          ladder:
            - {id: merah, from: 0}
            - {id: kuning, from: 54}
            - {id: hijau, from: 78}
        """),
    reason: Words(
      id: """
        Zona mulai pada `from` dan berakhir di tempat zona berikutnya mulai. Yang pertama mulai di dasar skala, yang berikutnya lebih
        tinggi, dan tidak ada yang mulai di luar skala. Dengan begitu setiap nilai punya tepat satu zona.
        """,
      en: """
        A zone begins at `from` and ends where the next begins. The first begins at the bottom of the scale, each later one higher, and
        none outside the scale. So every score has exactly one zone.
        """),
    remedy: Words(
      id: "Tulis zona dari yang terendah ke yang tertinggi, mulai dari dasar skala.",
      en: "Write the zones from the lowest to the highest, beginning at the bottom of the scale."))
}
