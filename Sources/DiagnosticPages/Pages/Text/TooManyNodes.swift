internal import RuleDiagnostics

/// T0112.
extension CodePage {
  static let tooManyNodes = CodePage(
    title: Words(id: "Terlalu banyak nilai", en: "Too many values"),
    example: CodeExample(
      .sections,
      says: Words(id: "lebih dari 10000 kunci dalam satu pemetaan", en: "more than 10000 keys in one mapping"),
      wrong: """
        sources: {pedoman: {title: Pedoman penilaian}, s1: {title: Surat 1}, s2: {title: Surat 2}, ...}
        """,
      right: """
        sources: {pedoman: {title: Pedoman penilaian}}
        """),
    reason: Words(
      id: """
        Satu berkas berisi paling banyak 200.000 nilai, satu pemetaan paling banyak 10.000 kunci. Yang lebih besar biasanya data
        pengamatan yang masuk ke tempat yang salah.
        """,
      en: """
        A file holds at most 200,000 values, a mapping at most 10,000 keys. What is larger is usually observations that came to the wrong
        place.
        """),
    remedy: Words(
      id: "Simpan pengamatan dalam berkas CSV. Berkas aturan berisi aturan saja.",
      en: "Keep observations in CSV files. A rule file holds rules only."))
}
