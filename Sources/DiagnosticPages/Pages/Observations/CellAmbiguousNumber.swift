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
        ditebak.
        """,
      en: """
        `1.234` may mean one thousand two hundred and thirty-four, or one point two three four. The difference is a factor of a thousand,
        so it is never guessed.
        """),
    remedy: Words(
      id: "Tulis tanpa pemisah ribuan, `1234`, atau sebagai desimal seperti pada saran. Pakai satu tanda desimal di seluruh berkas.",
      en: "Write it without a mark for thousands, `1234`, or as a decimal like the help says. Use one decimal mark in the whole file."))
}
