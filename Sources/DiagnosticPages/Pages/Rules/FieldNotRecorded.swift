internal import RuleDiagnostics

/// T0249.
extension CodePage {
  static let fieldNotRecorded = CodePage(
    severity: .warning,
    title: Words(id: "Bidang yang dibutuhkan aturan lama tidak lagi dicatat", en: "A field that the old rules need is no longer recorded"),
    example: CodeExample(
      .successor,
      says: Words(
        id: "bidang `buka` tidak lagi dicatat, padahal edisi 2021 membutuhkannya untuk `jam`, yang berlanjut",
        en: "the field `buka` is no longer recorded, but edition 2021 needs it for `jam`, which goes on"),
      wrong: """
        fields: {ada: {per: unit, type: yes_no}, buka_pagi: {per: unit, type: yes_no}}
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, weight: 60, yes_no: ada}
            - {id: proses, weight: 40, parts: [{id: jam, weight: 1, yes_no: buka_pagi}]}
        lineage: {from: ⟦2021⟧}
        """,
      right: """
        fields: {ada: {per: unit, type: yes_no}, buka_pagi: {per: unit, type: yes_no}}
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, weight: 60, yes_no: ada}
            - {id: proses, weight: 40, parts: [{id: jam, weight: 1, yes_no: buka_pagi}]}
        lineage: {from: 2021, fields: [{kind: renamed, from: buka, to: buka_pagi}]}
        """),
    reason: Words(
      id: """
        Untuk memisahkan kinerja dari metode, data tahun ini dinilai juga dengan aturan tahun lalu. Kalau bidang yang dibutuhkannya tidak
        lagi dicatat, padahal bagiannya berlanjut, pemisahan itu tidak dapat dilakukan.
        """,
      en: """
        To tell performance from method, this year's data are also scored by last year's rules. If a field that these need is no longer
        recorded, although the part goes on, the two cannot be told apart.
        """),
    remedy: Words(
      id: """
        Tetap catat bidang itu. Kalau hanya namanya yang berganti, sebut di `lineage.fields` atau dengan `rename`. Kalau bagiannya
        berganti makna, beri nama baru.
        """,
      en: """
        Go on recording the field. If only its name changed, say so in `lineage.fields` or by `rename`. If the part means something else
        now, give it a new name.
        """))
}
