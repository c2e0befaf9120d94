internal import RuleDiagnostics

/// T0407.
extension CodePage {
  static let sampleSize = CodePage(
    severity: .warning,
    title: Words(id: "Banyaknya yang disurvei tidak seperti yang diharapkan", en: "Another number was surveyed than expected"),
    example: CodeExample(
      .data,
      says: Words(
        id: "1 dari 12 instansi memuat jumlah `product` lain dari yang diharapkan edisi 2022; "
          + "yang pertama: `kota-contoh/dinkes` (2022.csv:2) punya 1, diharapkan 2",
        en: "1 of 12 institutions have another number of `product` than edition 2022 expects; "
          + "the first: `kota-contoh/dinkes` (2022.csv:2) has 1, expected 2"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,dinkes,kartu,maklumat,ya
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinkes,kartu,maklumat,ya
        kota-contoh,dinkes,surat,maklumat,ya
        """),
    reason: Words(
      id: """
        Edisi menyebut dengan `count` berapa unit atau produk yang disurvei. Kalau data memuat jumlah lain, sampelnya memang lain, ada
        baris yang tertinggal, atau satu nama ditulis dengan dua ejaan. Nilai tetap dihitung dari yang ada, jadi ini peringatan, satu
        untuk setiap jenjang. Dengan `of` edisi menyebut jenisnya juga: dinas bernilai rendah yang tertinggal menaikkan rata-rata.
        """,
      en: """
        With `count` an edition says how many units or products are surveyed. If the data hold another number, the sample was another one,
        rows were left out, or one name is spelled in two ways. The score is made of what is there all the same, so this is a warning, one
        for each rung. With `of` an edition names the kinds as well: an office with a low score that is left out raises the mean.
        """),
    remedy: Words(
      id: "Tambahkan baris yang tertinggal, samakan ejaannya, atau isi kolom `kind` pada daftar entitas."
        + " Kalau sampelnya memang begitu, tidak ada yang perlu diubah.",
      en: "Add the rows that were left out, mend the spelling, or fill the column `kind` of the directory."
        + " If that was the sample, nothing needs to change."))
}
