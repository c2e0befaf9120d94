internal import RuleDiagnostics

/// T0403.
extension CodePage {
  static let unknownEntity = CodePage(
    title: Words(id: "Entitas yang tidak ada dalam data", en: "An entity that is not in the data"),
    example: CodeExample(
      .command,
      says: Words(id: "`kota-conto` tidak ada dalam data", en: "`kota-conto` is not in the data"),
      wrong: """
        timbang trace ⟦kota-conto⟧ --rules 2022 --data 2022.csv
        """,
      right: """
        timbang trace kota-contoh --rules 2022 --data 2022.csv
        """),
    reason: Words(
      id: "Instansi, unit dan produk disebut dengan id-nya dalam data, bukan dengan nama lengkap.",
      en: "Institutions, units and products are named by their ids in the data, not by their full names."),
    remedy: Words(
      id: "Pakai id dari data; saran menyebut yang terdekat. Unit disebut dengan jalurnya, `kota-contoh/dinsos`.",
      en: "Use an id from the data; the help names the nearest. A unit is named by its path, `kota-contoh/dinsos`."))
}
