internal import RuleDiagnostics

/// T0706.
extension CodePage {
  static let lockAlgorithm = CodePage(
    title: Words(id: "Sidik jenis lain", en: "Another kind of digest"),
    example: CodeExample(
      .register,
      says: Words(id: "sidik `md5` tidak dikenal; hanya sha256", en: "unknown kind of digest `md5`; only sha256 is read"),
      wrong: """
        1 contoh/2022 scoring=⟦md5⟧:9e10.. line=..
        """,
      right: """
        1 contoh/2022 scoring=sha256:52a2.. line=..
        """),
    reason: Words(
      id: "Sidik menyatakan isi sebuah berkas. Hanya SHA-256 yang dibaca: sidik yang lebih lemah dapat dipalsukan.",
      en: "A digest stands for the content of a file. Only SHA-256 is read: a weaker one can be forged."),
    remedy: Words(
      id: "Kembalikan `timbang.lock` dari riwayat git. Kalau register itu dari versi yang lebih baru, perbarui timbang.",
      en: "Put `timbang.lock` back from the history in git. If the register is from a newer version, update timbang."))
}
