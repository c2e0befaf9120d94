internal import RuleDiagnostics

/// T0315.
extension CodePage {
  static let cellDuplicate = CodePage(
    title: Words(id: "Satu pengamatan tercatat dua kali", en: "An observation is there twice"),
    example: CodeExample(
      .observations,
      says: Words(id: "`uji` untuk `kota-contoh/dinsos` sudah ada", en: "`uji` of `kota-contoh/dinsos` is there already"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        kota-contoh,dinsos,,uji,⟦85⟧
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,85
        """),
    reason: Words(
      id: """
        Dua nilai untuk bidang dan entitas yang sama saling bertentangan; yang dihitung akan bergantung pada urutan baris. Dua nilai yang
        sama pun berarti ada yang salah tempel.
        """,
      en: """
        Two values of the same field for the same entity contradict each other; which one counts would depend on the order of rows. Even
        two equal values mean that something was pasted twice.
        """),
    remedy: Words(
      id: "Pertahankan satu baris. Tempat nilai pertama ditunjukkan juga.",
      en: "Keep one row. The place of the first value is shown too."))
}
