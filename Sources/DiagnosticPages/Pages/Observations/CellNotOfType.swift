internal import RuleDiagnostics

/// T0312.
extension CodePage {
  static let cellNotOfType = CodePage(
    title: Words(id: "Nilai dengan jenis yang salah", en: "A value of the wrong type"),
    example: CodeExample(
      .observations,
      says: Words(id: "`delapan` bukan angka untuk `uji`", en: "`delapan` is not a number for `uji`"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,⟦delapan⟧
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,8
        """),
    reason: Words(
      id: """
        Aturan menetapkan jenis setiap bidang: angka, hitungan, tingkat, ya atau tidak. Teks di tempat angka tidak dibaca sebagai nol.
        """,
      en: """
        The rules give each field a type: number, count, level, yes or no. Text in the place of a number is not taken for zero.
        """),
    remedy: Words(
      id: "Tulis nilai dari jenis itu. Yang tidak diamati dibiarkan kosong, bukan `-`, `n/a` atau 0.",
      en: "Write a value of that type. What was not observed is left empty, not `-`, `n/a` or 0."))
}
