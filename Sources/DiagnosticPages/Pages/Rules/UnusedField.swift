internal import RuleDiagnostics

/// T0228.
extension CodePage {
  static let unusedField = CodePage(
    severity: .warning,
    title: Words(id: "Bidang yang tidak dipakai", en: "A field that nothing uses"),
    example: CodeExample(
      .sections,
      says: Words(id: "bidang `usia` tidak dipakai bagian mana pun", en: "the field `usia` is used by no part"),
      wrong: """
        fields: {ada: {per: unit, type: yes_no}, ⟦usia⟧: {per: unit, type: count}}
        """,
      right: """
        fields: {ada: {per: unit, type: yes_no}, usia: {per: unit, type: text}}
        """),
    reason: Words(
      id: """
        Bidang yang dicatat petugas tetapi tidak dinilai adalah kerja yang sia-sia, atau tanda bahwa sebuah bagian membaca bidang yang
        salah. Hasilnya tetap terdefinisi, jadi ini peringatan.
        """,
      en: """
        A field that surveyors record and nobody scores is wasted work, or a sign that a part reads the wrong field. The result is still
        defined, so this is a warning.
        """),
    remedy: Words(
      id: "Pakai bidang itu di sebuah bagian, atau hapus. Keterangan bebas diberi jenis `text`; jenis itu tidak perlu dinilai.",
      en: "Use the field in a part, or remove it. Free remarks get the type `text`, which need not be scored."))
}
