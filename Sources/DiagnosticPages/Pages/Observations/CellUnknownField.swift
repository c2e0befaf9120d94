internal import RuleDiagnostics

/// T0310.
extension CodePage {
  static let cellUnknownField = CodePage(
    title: Words(id: "Bidang yang tidak ada dalam aturan", en: "A field that the rules do not know"),
    example: CodeExample(
      .observations,
      says: Words(id: "bidang `ujii` tidak dikenal", en: "the field `ujii` is not known"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,⟦ujii⟧,80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: "Setiap baris mencatat satu bidang dari `fields` berkas aturan. Nilai untuk bidang yang salah eja tidak akan pernah dihitung.",
      en: "Each row records one field of `fields` in the rule file. A value for a misspelt field would never be counted."),
    remedy: Words(
      id: "Perbaiki ejaannya. Bidang dari edisi lain boleh ada kalau berkas aturannya berada di folder yang sama.",
      en: "Mend the spelling. Fields of other editions are allowed if their rule files lie in the same folder."))
}
