internal import RuleDiagnostics

/// T0110.
extension CodePage {
  static let tooLarge = CodePage(
    title: Words(id: "Berkas atau teks terlalu besar", en: "The file or a text is too large"),
    example: CodeExample(
      .sections,
      says: Words(id: "teks lebih dari 65536 byte", en: "a text of more than 65536 bytes"),
      wrong: """
        score: {id: total, cite: pedoman, yes_no: ada, note: "..."}
        """,
      right: """
        score: {id: total, cite: pedoman, yes_no: ada, note: "Lihat pedoman h. 3"}
        """),
    reason: Words(
      id: """
        Berkas aturan paling besar 4 MiB, satu teks paling panjang 64 KiB. Buku aturan yang sebenarnya jauh lebih kecil; batas ini menjaga
        agar berkas rusak tidak menghabiskan memori.
        """,
      en: """
        A rule file has at most 4 MiB, a single text at most 64 KiB. Real rule books are far smaller; the limit keeps a damaged file from
        using up the memory.
        """),
    remedy: Words(
      id: """
        Periksa apakah kutip penutup hilang, sehingga sisa berkas terbaca sebagai satu teks. Pindahkan dokumen panjang ke luar, dan sebut
        sebagai sumber.
        """,
      en: """
        See whether a closing quote is missing, so that the rest of the file is taken for one text. Keep long documents elsewhere and cite
        them as a source.
        """))
}
