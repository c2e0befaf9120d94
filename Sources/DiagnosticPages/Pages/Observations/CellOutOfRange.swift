internal import RuleDiagnostics

/// T0313.
extension CodePage {
  static let cellOutOfRange = CodePage(
    title: Words(id: "Nilai di luar rentang", en: "A value outside its range"),
    example: CodeExample(
      .observations,
      says: Words(id: "`850` di luar rentang `uji`", en: "`850` is outside the range of `uji`"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,⟦850⟧
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,85.0
        """),
    reason: Words(
      id: "Bidang itu punya `range` dalam aturan. Nilai di luarnya biasanya salah ketik: 850 untuk 85.0.",
      en: "The field has a `range` in the rules. A value outside it is usually a slip: 850 for 85.0."),
    remedy: Words(
      id: "Periksa nilainya pada catatan lapangan. Kalau memang benar, rentang dalam berkas aturan perlu diperluas.",
      en: "Check the value against the field notes. If it is right, the range in the rule file needs to be widened."))
}
