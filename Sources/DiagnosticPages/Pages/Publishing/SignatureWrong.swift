internal import RuleDiagnostics

/// T0717.
extension CodePage {
  static let signatureWrong = CodePage(
    title: Words(id: "Tanda tangan register tidak cocok", en: "The signature of the register does not fit"),
    example: CodeExample(
      .command,
      says: Words(
        id: "tanda tangan tidak cocok dengan 1 entri pertama register: register itu bukan yang ditandatangani",
        en: "the signature does not fit the first entry of the register: it is not the register that was signed"),
      wrong: """
        rm rules/timbang.lock
        timbang lock contoh/2022
        timbang verify --key ombudsman.pub
        """,
      right: """
        git restore rules/timbang.lock
        timbang verify --key ombudsman.pub
        """),
    reason: Words(
      id: """
        Register itu utuh, tetapi bukan register yang ditandatangani: entri pernah diubah dan semua sidik dihitung ulang, atau tanda
        tangannya dari kunci lain, atau entri baru belum ditandatangani.
        """,
      en: """
        The register is whole, but not the one that was signed: an entry was changed and all digests computed anew, or the signature is by
        another key, or new entries are not signed yet.
        """),
    remedy: Words(
      id: "Kembalikan register dan tanda tangannya dari riwayat git. Entri baru ditandatangani oleh yang memegang kunci: `lock --sign`.",
      en: "Put register and signature back from the history in git. New entries are signed by whoever holds the key: `lock --sign`."))
}
