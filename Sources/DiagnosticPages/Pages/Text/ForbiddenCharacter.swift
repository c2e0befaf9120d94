internal import RuleDiagnostics

/// T0103.
extension CodePage {
  static let forbiddenCharacter = CodePage(
    title: Words(id: "Karakter yang tidak terlihat", en: "A character that cannot be seen"),
    example: CodeExample(
      .sections,
      says: Words(id: "karakter tersembunyi U+200B ZERO WIDTH SPACE", en: "hidden character U+200B ZERO WIDTH SPACE"),
      wrong: """
        score: {id: total, cite: pedoman, yes_no: ada⟦<U+200B>⟧}
        """,
      right: """
        score: {id: total, cite: pedoman, yes_no: ada}
        """),
    reason: Words(
      id: """
        Spasi tanpa lebar, penanda arah tulisan dan sejenisnya tidak tampak di layar, tetapi mengubah nama atau urutan baca. Yang tidak
        terlihat tidak dapat diperiksa orang, jadi ditolak, juga di dalam komentar.
        """,
      en: """
        Zero-width spaces, direction marks and the like do not show on the screen, but they change a name or the order of reading. What
        cannot be seen cannot be reviewed, so it is refused, in comments too.
        """),
    remedy: Words(
      id: """
        Hapus karakter itu, misalnya dengan mengetik ulang kata yang ditunjuk. Biasanya ia terbawa ketika teks disalin dari halaman web
        atau pengolah kata.
        """,
      en: """
        Delete it, for instance by typing the word anew. It usually came along when text was copied from a web page or a word processor.
        """))
}
