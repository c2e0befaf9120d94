internal import RuleDiagnostics

/// T0713.
extension CodePage {
  static let baseDigest = CodePage(
    title: Words(id: "Edisi dasar bukan yang dimaksud", en: "The base is not the one that is meant"),
    example: CodeExample(
      .fragment,
      says: Words(
        id: "edisi di `rules/contoh/2022.yaml` bukan edisi yang disebut di sini: sidik penilaiannya `sha256:52a2..`",
        en: "the edition in `rules/contoh/2022.yaml` is not the one named here: its scoring digest is `sha256:52a2..`"),
      wrong: """
        extends: {edition: 2022, digest: ⟦"sha256:0000.."⟧}
        """,
      right: """
        extends: {edition: 2022, digest: "sha256:52a2.."}
        """),
    reason: Words(
      id: """
        `extends` dapat menyebut sidik edisi dasarnya. Kalau edisi itu kemudian berubah, perubahan di sini akan berarti lain dari yang
        ditulis.
        """,
      en: """
        `extends` can name the digest of its base. If the base changes later, the changes written here would mean something else.
        """),
    remedy: Words(
      id: "Kembalikan berkas edisi dasar. Tulis sidik yang baru hanya kalau edisi ini memang harus bertumpu padanya.",
      en: "Put the file of the base back. Write the new digest only if this edition is to rest on it."))
}
