internal import RuleDiagnostics

/// T0709.
extension CodePage {
  static let notLocked = CodePage(
    title: Words(id: "Edisi terbit yang belum dikunci", en: "A published edition that is not locked"),
    example: CodeExample(
      .command,
      says: Words(
        id: "`contoh/2022` berstatus terbit, tetapi tidak tercatat di `rules/timbang.lock`",
        en: "`contoh/2022` is published, but is not in `rules/timbang.lock`"),
      wrong: """
        timbang verify contoh/2022
        """,
      right: """
        timbang lock contoh/2022
        timbang verify contoh/2022
        """),
    reason: Words(
      id: """
        `status: published` berkata bahwa aturan ini sudah ditetapkan. Tanpa entri dalam register, tidak ada yang dapat membuktikan bahwa
        isinya masih sama.
        """,
      en: """
        `status: published` says that the rules have been adopted. Without an entry in the register nobody can show that they are still
        the same.
        """),
    remedy: Words(
      id: "Kunci edisi itu dengan `timbang lock`. Kalau sudah pernah dikunci, kembalikan registernya.",
      en: "Lock the edition with `timbang lock`. If it was locked before, put the register back."))
}
