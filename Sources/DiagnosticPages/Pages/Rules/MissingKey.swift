internal import RuleDiagnostics

/// T0203.
extension CodePage {
  static let missingKey = CodePage(
    title: Words(id: "Kunci yang harus ada tidak ada", en: "A key that must be there is missing"),
    example: CodeExample(
      .sections,
      says: Words(id: "bidang `ada` tidak punya kunci `type`", en: "the field `ada` has no key `type`"),
      wrong: """
        fields: {ada: ⟦⟧{per: unit}}
        """,
      right: """
        fields: {ada: {per: unit, type: yes_no}}
        """),
    reason: Words(
      id: """
        Tanpa kunci itu bagian ini tidak lengkap, dan timbang tidak menebak. Bidang tanpa jenis, atau bagian tanpa bobot, dapat berarti
        apa saja.
        """,
      en: """
        Without the key this piece is not complete, and timbang does not guess. A field without a type, or a part without a weight, could
        mean anything.
        """),
    remedy: Words(id: "Tambahkan kunci yang disebut dalam pesan.", en: "Add the key that the message names."))
}
