internal import RuleDiagnostics

/// T0714.
extension CodePage {
  static let outsideRegister = CodePage(
    severity: .warning,
    title: Words(id: "Edisi terbit di luar register", en: "A published edition outside any register"),
    example: CodeExample(
      .command,
      says: Words(
        id: "`contoh/2022` berstatus terbit, tetapi di luar folder aturan: tidak ada register yang menjamin isinya",
        en: "`contoh/2022` is published, but lies outside a rules folder: no register vouches for it"),
      wrong: """
        timbang score --rules ⟦/tmp/2022.yaml⟧ --data 2022.csv
        """,
      right: """
        timbang score --rules contoh/2022 --data 2022.csv
        """),
    reason: Words(
      id: "Berkas yang disalin ke tempat lain dapat dipakai, tetapi tidak ada yang menjamin bahwa isinya sama dengan yang terbit.",
      en: "A file that was copied elsewhere can be used, but nobody vouches that it is what was published."),
    remedy: Words(
      id: "Pakai berkas di folder aturan, atau sebut foldernya dengan `--rules-dir`.",
      en: "Use the file in the rules folder, or name its folder with `--rules-dir`."))
}
