internal import RuleDiagnostics

/// T0314.
extension CodePage {
  static let cellWrongRung = CodePage(
    title: Words(id: "Nilai di jenjang yang salah", en: "A value on the wrong rung"),
    example: CodeExample(
      .observations,
      says: Words(
        id: "`uji` dicatat per `unit`, tetapi baris ini lebih rinci",
        en: "`uji` is recorded for each `unit`, but this row goes below it"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinsos,⟦kartu⟧,uji,80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: "Bidang dicatat untuk satu jenjang: ada yang per unit, ada yang per produk. Nilai di jenjang lain tidak tahu ke mana ia milik.",
      en: "A field is recorded for one rung: some per unit, some per product. A value on another rung belongs to nothing."),
    remedy: Words(
      id: "Isi kolom sampai jenjang bidang itu, dan kosongkan kolom di bawahnya.",
      en: "Fill the columns down to the rung of the field, and leave those below it empty."))
}
