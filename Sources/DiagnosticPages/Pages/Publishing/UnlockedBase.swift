internal import RuleDiagnostics

/// T0715.
extension CodePage {
  static let unlockedBase = CodePage(
    severity: .warning,
    title: Words(id: "Edisi terkunci bertumpu pada rancangan", en: "A locked edition rests on a draft"),
    example: CodeExample(
      .command,
      says: Words(
        id: """
          `contoh/2023` bertumpu pada `contoh/2022`, yang masih boleh disunting: setiap suntingan di sana akan membatalkan `contoh/2023`
          """,
        en: """
          `contoh/2023` rests on `contoh/2022`, which may still be edited: any edit there will break `contoh/2023`
          """),
      wrong: """
        timbang lock ⟦contoh/2023⟧
        """,
      right: """
        timbang lock contoh/2022 contoh/2023
        """),
    reason: Words(
      id: """
        Edisi yang ditulis sebagai perubahan berisi juga edisi dasarnya. Selama dasarnya masih rancangan, satu suntingan di sana mengubah
        aturan yang sudah terkunci.
        """,
      en: """
        An edition written as changes contains its base. As long as the base is a draft, one edit there changes rules that are locked.
        """),
    remedy: Words(
      id: "Terbitkan dan kunci juga edisi dasarnya, sebelumnya atau dalam perintah yang sama.",
      en: "Publish and lock the base too, before or in the same command."))
}
