internal import RuleDiagnostics

/// T0701.
extension CodePage {
  static let lockHeader = CodePage(
    title: Words(id: "Bukan register", en: "Not a register"),
    example: CodeExample(
      .register,
      says: Words(
        id: "ini bukan register yang dibaca timbang: baris pertamanya harus `timbang-lock 1`",
        en: "this is no register that timbang reads: its first line must be `timbang-lock 1`"),
      wrong: """
        ⟦timbang lock v1⟧
        """,
      right: """
        timbang-lock 1
        """),
    reason: Words(
      id: """
        Register menjamin bahwa edisi terbit tidak berubah. Kalau baris pertamanya lain, tidak ada yang dapat dipercaya di bawahnya, jadi
        setiap perintah berhenti.
        """,
      en: """
        The register vouches that published editions did not change. If its first line is another one, nothing below can be trusted, so
        every command stops.
        """),
    remedy: Words(
      id: "Kembalikan `timbang.lock` dari riwayat git. Jangan menyuntingnya dengan tangan.",
      en: "Put `timbang.lock` back from the history in git. Do not edit it by hand."))
}
