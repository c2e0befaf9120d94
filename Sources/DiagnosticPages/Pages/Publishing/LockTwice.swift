internal import RuleDiagnostics

/// T0705.
extension CodePage {
  static let lockTwice = CodePage(
    title: Words(id: "Edisi tercatat dua kali", en: "An edition is registered twice"),
    example: CodeExample(
      .register,
      says: Words(
        id: "`contoh/2022` di `contoh/2022.yaml` sudah tercatat pada nomor 1",
        en: "`contoh/2022` in `contoh/2022.yaml` is registered already, as number 1"),
      wrong: """
        1 contoh/2022 scoring=.. file=contoh/2022.yaml line=..
        ⟦2 contoh/2022⟧ scoring=.. file=contoh/2022.yaml line=..
        """,
      right: """
        1 contoh/2022 scoring=.. file=contoh/2022.yaml line=..
        2 contoh/2022.1 scoring=.. file=contoh/2022.1.yaml line=..
        """),
    reason: Words(
      id: "Sebuah edisi dikunci satu kali untuk selamanya. Entri kedua akan menggantikan yang pertama secara diam-diam.",
      en: "An edition is locked once and for all. A second entry would replace the first in silence."),
    remedy: Words(
      id: "Kembalikan `timbang.lock` dari riwayat git. Koreksi terbit dengan nama sendiri, misalnya `2022.1`.",
      en: "Put `timbang.lock` back from the history in git. A correction is published under a name of its own, such as `2022.1`."))
}
