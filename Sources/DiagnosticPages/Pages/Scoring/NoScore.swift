internal import RuleDiagnostics

/// T0402.
extension CodePage {
  static let noScore = CodePage(
    title: Words(id: "Tidak ada nilai", en: "No score"),
    example: CodeExample(
      .data,
      says: Words(id: "`kota-contoh` tidak punya satu pun bagian yang bernilai", en: "`kota-contoh` has no part with a value"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,catatan,belum disurvei
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,catatan,disurvei
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: """
        Semua bagian dilewati karena datanya kosong atau syaratnya tidak berlaku. Rata-rata dari tidak ada apa-apa bukan nol, jadi tidak
        ada nilai. Pesan yang sama muncul kalau perubahan antartahun tidak dapat dipecah karena sebuah nilai antara tidak ada.
        """,
      en: """
        Every part was left out, because its data are missing or its condition does not hold. The mean of nothing is not zero, so there is
        no score. The same code is used when a change between years cannot be split because an intermediate score does not exist.
        """),
    remedy: Words(
      id: "Periksa apakah data itu milik edisi ini: bidang-bidangnya harus sama. `timbang trace` menunjukkan apa yang dilewati.",
      en: "See whether the data belong to this edition: the fields must be the same. `timbang trace` shows what was left out."))
}
