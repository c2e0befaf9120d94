internal import RuleDiagnostics

/// T0711.
extension CodePage {
  static let frozenChanged = CodePage(
    title: Words(id: "Edisi terbit telah berubah", en: "A published edition was changed"),
    example: CodeExample(
      .fragment,
      says: Words(
        id: """
          edisi terbit `contoh/2022` bukan lagi yang dikunci pada 2022-12-22: label, judul, sumber atau status berbeda; tidak ada nilai
          yang bergeser
          """,
        en: """
          the published edition `contoh/2022` is no longer what was locked on 2022-12-22: labels, titles, sources or the status differ; no
          score moves
          """),
      wrong: """
        edition: ⟦2022⟧
        status: published
        title: {id: Penilaian 2022 (diperbaiki), en: Assessment 2022 (mended)}
        """,
      right: """
        edition: 2022.1
        status: draft
        title: {id: Penilaian 2022, koreksi, en: Assessment 2022, correction}
        """),
    reason: Words(
      id: """
        Aturan yang sudah dipakai untuk menilai tidak boleh berubah sesudahnya. Pesan berkata apakah nilai dapat bergeser, atau hanya
        label dan tata letak.
        """,
      en: """
        Rules by which scores were given must not change afterwards. The message says whether scores can move, or only labels and layout.
        """),
    remedy: Words(
      id: "Kembalikan berkas yang dikunci, lalu terbitkan koreksi dengan nama sendiri: `timbang new 2022.1 --from contoh/2022`.",
      en: "Put the locked file back, and publish a correction under a name of its own: `timbang new 2022.1 --from contoh/2022`."))
}
