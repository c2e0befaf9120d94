internal import RuleDiagnostics

/// T0718.
extension CodePage {
  static let keyUnusable = CodePage(
    title: Words(id: "Kunci tidak dapat dipakai", en: "A key cannot be used"),
    example: CodeExample(
      .command,
      says: Words(
        id: "kunci `rules/ombudsman.pub` terletak di folder aturan yang harus dijaminnya",
        en: "the key `rules/ombudsman.pub` lies in the rules folder that it shall vouch for"),
      wrong: """
        timbang verify --key ⟦rules/ombudsman.pub⟧
        """,
      right: """
        timbang verify --key ~/kunci/ombudsman.pub
        """),
    reason: Words(
      id: """
        Berkas itu bukan kunci Ed25519 dalam bentuk PEM, atau terletak di folder aturan: siapa pun yang menulis ulang folder itu dapat
        menulis ulang kuncinya juga.
        """,
      en: """
        The file is no Ed25519 key as PEM, or it lies in the rules folder: whoever rewrites that folder can rewrite the key too.
        """),
    remedy: Words(
      id: "Simpan kunci di luar folder aturan. Buat pasangan kunci dengan `timbang keygen NAMA`.",
      en: "Keep keys outside the rules folder. Make a pair of keys with `timbang keygen NAME`."))
}
