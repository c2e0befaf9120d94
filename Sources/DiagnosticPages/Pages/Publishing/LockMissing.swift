internal import RuleDiagnostics

/// T0708.
extension CodePage {
  static let lockMissing = CodePage(
    title: Words(id: "Register tidak ada", en: "The register is missing"),
    example: CodeExample(
      .command,
      says: Words(
        id: "register `rules/timbang.lock` tidak ada, padahal ada yang sudah terbit: `contoh/2022`",
        en: "there is no register `rules/timbang.lock`, although something is published: `contoh/2022`"),
      wrong: """
        timbang verify
        """,
      right: """
        timbang lock contoh/2022
        timbang verify
        """),
    reason: Words(
      id: """
        Ada edisi berstatus terbit, tetapi tidak ada register untuk membandingkannya. Register yang hilang tidak boleh menjadi jalan untuk
        mengubah aturan.
        """,
      en: """
        There are published editions, but no register to compare them with. A register that is gone must not become a way to change the
        rules.
        """),
    remedy: Words(
      id: "Kembalikan `timbang.lock` dari riwayat git. Kalau belum pernah ada yang dikunci, jalankan `timbang lock`.",
      en: "Put `timbang.lock` back from the history in git. If nothing was ever locked, run `timbang lock`."))
}
