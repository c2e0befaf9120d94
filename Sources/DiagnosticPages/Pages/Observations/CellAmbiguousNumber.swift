internal import RuleDiagnostics

/// T0311.
extension CodePage {
  static let cellAmbiguousNumber = CodePage(
    title: Words(id: "Angka yang dapat berarti dua hal", en: "A number that may mean two things"),
    example: CodeExample(
      .observations,
      says: Words(
        id: "`1.234` dapat berarti ribuan atau desimal, jadi tidak ditebak",
        en: "`1.234` may mean thousands or decimals, so it is not guessed"),
      wrong: """
        institution;unit;product;field;value
        kota-contoh;dinsos;;petugas;⟦1.234⟧
        """,
      right: """
        institution;unit;product;field;value
        kota-contoh;dinsos;;petugas;1234
        """),
    reason: Words(
      id: """
        `1.234` dapat berarti seribu dua ratus tiga puluh empat atau satu koma dua tiga empat. Perbedaannya seribu kali, jadi tidak pernah
        ditebak. Di antara titik koma bentuk ini selalu ditolak. Di antara koma atau tab ia desimal jika ada angka lain dari bidang itu yang
        membuktikannya (`1.25`, `0.250`, `1250`), atau jika ribuannya di luar rentang bidang itu.
        """,
      en: """
        `1.234` may mean one thousand two hundred and thirty-four, or one point two three four. The difference is a factor of a thousand,
        so it is never guessed. Between semicolons this form is always refused. Between commas or tabs it is decimal if another number of the
        field proves it (`1.25`, `0.250`, `1250`), or if the thousands would be outside the range of the field.
        """),
    remedy: Words(
      id: "Tulis tanpa pemisah ribuan, `1234`, atau sebagai desimal seperti pada saran. Pakai satu tanda desimal di seluruh berkas.",
      en: "Write it without a mark for thousands, `1234`, or as a decimal like the help says. Use one decimal mark in the whole file."))
}
