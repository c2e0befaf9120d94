internal import RuleDiagnostics

/// T0504.
extension CodePage {
  static let unknownZone = CodePage(
    title: Words(id: "Zona yang tidak ada dalam aturan", en: "A zone that the rules do not have"),
    example: CodeExample(
      .command,
      says: Words(id: "aturan ini tidak punya zona `hijao`", en: "these rules have no zone `hijao`"),
      wrong: """
        timbang target kota-contoh --zone ⟦hijao⟧ --rules 2022 --data 2022.csv
        """,
      right: """
        timbang target kota-contoh --zone hijau --rules 2022 --data 2022.csv
        """),
    reason: Words(
      id: "Zona disebut dengan warnanya atau dengan id anak tangganya, seperti tertulis pada `zones:`.",
      en: "A zone is named by its colour or by the id of its step, as `zones:` writes them."),
    remedy: Words(
      id: "Pakai salah satu nama yang disebut pesan. Warna berarti anak tangga terendah yang berwarna itu.",
      en: "Use one of the names that the message lists. A colour means the lowest step of that colour."))
}
