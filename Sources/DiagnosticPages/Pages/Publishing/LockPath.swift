internal import RuleDiagnostics

/// T0707.
extension CodePage {
  static let lockPath = CodePage(
    title: Words(id: "Jalur yang keluar dari folder", en: "A path that leaves the folder"),
    example: CodeExample(
      .register,
      says: Words(
        id: "`../2022.yaml` bukan jalur di bawah folder aturan: tanpa `..`, tanpa `/` di depan",
        en: "`../2022.yaml` is no path below the rules folder: no `..`, no `/` in front"),
      wrong: """
        1 contoh/2022 scoring=.. file=⟦../2022.yaml⟧ line=..
        """,
      right: """
        1 contoh/2022 scoring=.. file=contoh/2022.yaml line=..
        """),
    reason: Words(
      id: "Register hanya menjamin berkas di foldernya sendiri. Jalur ke luar dapat menunjuk ke berkas lain di setiap komputer.",
      en: "A register vouches only for files in its own folder. A path that leads out may mean another file on every computer."),
    remedy: Words(id: "Kembalikan `timbang.lock` dari riwayat git.", en: "Put `timbang.lock` back from the history in git."))
}
