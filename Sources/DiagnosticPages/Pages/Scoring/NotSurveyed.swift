internal import RuleDiagnostics

/// T0406.
extension CodePage {
  static let notSurveyed = CodePage(
    severity: .warning,
    title: Words(id: "Tidak ada yang disurvei di bawahnya", en: "Nobody was surveyed below it"),
    example: CodeExample(
      .data,
      says: Words(
        id: "`kota-contoh/dinsos` tidak punya satu pun `product` dalam data; bagian ini tidak ikut dinilai di sana: maklumat",
        en: "`kota-contoh/dinsos` has no `product` in the data; these parts are left out there: maklumat"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        kota-contoh,dinsos,kartu,maklumat,ya
        """),
    reason: Words(
      id: """
        Unit atau produk yang muncul dalam data adalah objek survei. Kalau di bawah sebuah unit tidak ada satu pun, bagian-bagian itu
        dilewati, dan nilai unit itu dibuat dari sisanya. Tidak disurvei berbeda dari nol, tetapi nilainya bergeser, jadi ini peringatan.
        Kalau unit berbobot menurut banyaknya produk, unit tanpa produk tidak berbobot dan tidak ikut dihitung sama sekali.
        """,
      en: """
        The units and products in the data are the scope of the survey. If a unit has none below it, those parts are left out and its
        score is made of the rest. Not surveyed is not zero, but the score moves, so this is a warning. Where a unit weighs by the number of
        its products, one without products has no weight and does not count at all.
        """),
    remedy: Words(
      id: "Kalau seharusnya disurvei, tambahkan barisnya. Kalau memang tidak, tidak ada yang perlu diubah.",
      en: "If it should have been surveyed, add its rows. If not, nothing needs to change."))
}
