internal import RuleDiagnostics

/// T0703.
extension CodePage {
  static let lockSequence = CodePage(
    title: Words(id: "Nomor urut register yang salah", en: "A wrong number in the register"),
    example: CodeExample(
      .register,
      says: Words(id: "nomor urut di sini seharusnya 2", en: "the number of this entry should be 2"),
      wrong: """
        1 contoh/2021 scoring=.. line=..
        ⟦3⟧ contoh/2022 scoring=.. line=..
        """,
      right: """
        1 contoh/2021 scoring=.. line=..
        2 contoh/2022 scoring=.. line=..
        """),
    reason: Words(
      id: "Entri dinomori 1, 2, 3 menurut urutan penguncian, dan hanya pernah ditambah. Celah berarti sebuah entri dihapus.",
      en: "Entries are numbered 1, 2, 3 in the order of locking, and are only ever added. A gap means that an entry was taken out."),
    remedy: Words(
      id: """
        Kembalikan `timbang.lock` dari riwayat git. Kalau dua cabang git sama-sama mengunci, ambil salah satunya, lalu kunci edisi yang
        lain sekali lagi.
        """,
      en: """
        Put `timbang.lock` back from the history in git. If two branches have both locked, take one of them and lock the other edition
        again.
        """))
}
