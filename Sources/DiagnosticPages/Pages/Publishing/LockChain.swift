internal import RuleDiagnostics

/// T0704.
extension CodePage {
  static let lockChain = CodePage(
    title: Words(id: "Rantai register putus", en: "The chain of the register is broken"),
    example: CodeExample(
      .register,
      says: Words(id: "baris ini telah diubah: sidiknya sendiri tidak cocok", en: "this line was changed: its own digest does not fit"),
      wrong: """
        1 contoh/2022 scoring=.. date=⟦2023-01-01⟧ previous=.. line=sha256:9c1e..
        """,
      right: """
        1 contoh/2022 scoring=.. date=2022-12-22 previous=.. line=sha256:9c1e..
        """),
    reason: Words(
      id: """
        Setiap baris memuat sidik baris di atasnya dan sidiknya sendiri. Dengan begitu tidak ada baris yang dapat diubah, dihapus atau
        dipindah tanpa terlihat.
        """,
      en: """
        Each line holds the digest of the line above and its own. So no line can be changed, removed or moved without being seen.
        """),
    remedy: Words(
      id: "Kembalikan `timbang.lock` dari riwayat git, dan cari tahu siapa yang mengubahnya.",
      en: "Put `timbang.lock` back from the history in git, and find out who changed it."))
}
