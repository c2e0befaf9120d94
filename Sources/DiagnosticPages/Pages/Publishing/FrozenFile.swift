internal import RuleDiagnostics

/// T0710.
extension CodePage {
  static let frozenFile = CodePage(
    title: Words(id: "Berkas edisi terbit tidak di tempatnya", en: "The file of a published edition is not in its place"),
    example: CodeExample(
      .command,
      says: Words(
        id: "berkas `rules/contoh/2022.yaml` dari edisi terbit `contoh/2022` tidak ada",
        en: "the file `rules/contoh/2022.yaml` of the published edition `contoh/2022` is not there"),
      wrong: """
        mv rules/contoh/2022.yaml ⟦rules/contoh/lama.yaml⟧
        """,
      right: """
        git restore rules/contoh/2022.yaml
        """),
    reason: Words(
      id: """
        Register menyebut satu berkas untuk setiap edisi. Kalau berkas itu hilang, diganti tautan, atau berkas lain memakai nama edisi
        yang sama, tidak jelas aturan mana yang berlaku.
        """,
      en: """
        The register names one file for each edition. If it is gone, is a link, or another file calls itself by the same edition, it is
        not clear which rules hold.
        """),
    remedy: Words(
      id: "Kembalikan berkasnya, misalnya dengan `git restore`. Edisi lain memakai nama sendiri.",
      en: "Put the file back, for instance with `git restore`. Another edition needs a name of its own."))
}
