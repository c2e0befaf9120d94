internal import RuleDiagnostics

/// T0247.
extension CodePage {
  static let vanishedPart = CodePage(
    severity: .warning,
    title: Words(id: "Bagian lama yang hilang tanpa penjelasan", en: "An old part that vanished without a word"),
    example: CodeExample(
      .successor,
      says: Words(id: "bagian `jam` hilang tanpa penjelasan di `lineage`", en: "the part `jam` vanished without a word in `lineage`"),
      wrong: """
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, weight: 60, yes_no: ada}
            - {id: proses, weight: 40, parts: [{id: loket, weight: 1, yes_no: buka}]}
        lineage: ⟦{from: 2021}⟧
        """,
      right: """
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, weight: 60, yes_no: ada}
            - {id: proses, weight: 40, parts: [{id: loket, weight: 1, yes_no: buka}]}
        lineage: {from: 2021, parts: [{kind: renamed, from: jam, to: loket}]}
        """),
    reason: Words(
      id: """
        Bagian yang ada di edisi sebelumnya dan tidak ada lagi di sini telah dihapus, diganti nama, dipecah atau digabung. Perbandingan
        antartahun perlu tahu yang mana, sebab akibatnya pada nilai berbeda.
        """,
      en: """
        A part of the previous edition that is no longer here was dropped, renamed, split or merged. A comparison between years must know
        which, because the effect on the score differs.
        """),
    remedy: Words(
      id: "Tambahkan satu baris di `lineage.parts` untuk bagian itu: `dropped`, `renamed`, `split` atau `merged`.",
      en: "Add a line to `lineage.parts` for it: `dropped`, `renamed`, `split` or `merged`."))
}
