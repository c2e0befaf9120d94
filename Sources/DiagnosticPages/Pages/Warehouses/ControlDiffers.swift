internal import RuleDiagnostics

/// T0903.
extension CodePage {
  static let controlDiffers = CodePage(
    title: Words(id: "Angka kendali berbeda", en: "The control figures differ"),
    example: CodeExample(
      .command,
      says: Words(
        id: "zona `hijau`: mesin SQL menghitung 12 instansi dengan jumlah 104512, di sini 13 dengan 112700",
        en: "zone `hijau`: the SQL engine counted 12 institutions with a sum of 104512, here 13 with 112700"),
      wrong: """
        timbang certify ⟦kendali.csv⟧ --rules 2022 --data data-2021.csv
        """,
      right: """
        timbang certify kendali.csv --rules 2022 --data data-2022.csv
        """),
    reason: Words(
      id: """
        Teks `--part control` menghitung instansi dan menjumlahkan nilai setiap zona. Jumlah yang sama berarti semua digit sama, kecuali
        kesalahan yang saling meniadakan; jumlah yang berbeda berarti ada yang berbeda.
        """,
      en: """
        The text of `--part control` counts institutions and adds up scores by zone. Equal sums mean that all digits are equal, but for
        mistakes that cancel out; different sums mean that something differs.
        """),
    remedy: Words(
      id: """
        Pastikan datanya sama: berkas yang sama, satuan `--decimals` yang sama, baris ganda tidak ada. Bila kolom `unsure` tidak 0, nilai
        yang belum pasti ditentukan dengan `timbang score`.
        """,
      en: """
        Make sure that the data are the same: the same files, the same unit of `--decimals`, no double rows. Where the column `unsure` is
        not 0, the scores that are not certain are settled by `timbang score`.
        """))
}
