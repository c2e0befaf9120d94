internal import RuleDiagnostics

/// T0102.
extension CodePage {
  static let notUTF8 = CodePage(
    title: Words(id: "Berkas bukan UTF-8", en: "The file is not UTF-8"),
    example: CodeExample(
      .sections,
      says: Words(id: "byte `E9` bukan UTF-8: mungkin `é` dalam Windows-1252", en: "byte `E9` is not UTF-8: perhaps `é` in Windows-1252"),
      wrong: """
        title: {id: "Penilaian caf<E9>", en: "Assessment"}
        """,
      right: """
        title: {id: "Penilaian café", en: "Assessment"}
        """),
    reason: Words(
      id: """
        Huruf yang sama disimpan berbeda dalam pengodean yang berbeda. timbang hanya membaca UTF-8, sehingga nama dan judul terbaca sama
        di setiap komputer.
        """,
      en: """
        The same letter is stored differently in different encodings. timbang reads UTF-8 only, so that names and titles read alike on
        every computer.
        """),
    remedy: Words(
      id: """
        Simpan berkas sebagai UTF-8. Dalam Notepad: Simpan Sebagai, Pengodean: UTF-8. Periksa sesudahnya apakah huruf di tempat yang
        ditunjuk sudah benar.
        """,
      en: """
        Save the file as UTF-8. In Notepad: Save As, Encoding: UTF-8. Then see whether the letter in the place that is shown is right.
        """))
}
