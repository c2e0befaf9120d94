internal import RuleDiagnostics

/// T0716.
extension CodePage {
  static let signatureMissing = CodePage(
    title: Words(id: "Tanda tangan register tidak ada", en: "The signature of the register is missing"),
    example: CodeExample(
      .command,
      says: Words(
        id: "tidak ada tanda tangan `rules/timbang.lock.sig`, padahal kunci untuk memeriksanya disebut",
        en: "there is no signature `rules/timbang.lock.sig`, although a key to check it is named"),
      wrong: """
        timbang verify --key ombudsman.pub
        """,
      right: """
        timbang lock contoh/2022 --sign ombudsman.key
        timbang verify --key ombudsman.pub
        """),
    reason: Words(
      id: """
        Register dapat ditulis ulang oleh siapa pun yang menghitung semua sidiknya dari awal. Tanda tangan tidak, selama kuncinya
        disimpan di tempat lain. Tanda tangan yang hilang bukan alasan untuk melanjutkan tanpa memeriksa.
        """,
      en: """
        Whoever computes all digests anew can rewrite the register. A signature cannot be rewritten while its key is kept elsewhere. A
        signature that is gone is no reason to go on unchecked.
        """),
    remedy: Words(
      id: "Kembalikan `timbang.lock.sig` dari riwayat git, atau minta yang memegang kunci menandatangani.",
      en: "Put `timbang.lock.sig` back from the history in git, or ask whoever holds the key to sign."))
}
