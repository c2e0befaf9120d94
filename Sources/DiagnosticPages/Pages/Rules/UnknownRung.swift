internal import RuleDiagnostics

/// T0214.
extension CodePage {
  static let unknownRung = CodePage(
    title: Words(id: "Jenjang yang tidak dikenal", en: "An unknown rung"),
    example: CodeExample(
      .sections,
      says: Words(id: "tidak ada jenjang `units`", en: "there is no rung `units`"),
      wrong: """
        fields: {ada: {per: ⟦units⟧, type: yes_no}}
        """,
      right: """
        fields: {ada: {per: unit, type: yes_no}}
        """),
    reason: Words(
      id: """
        Jenjang adalah anak tangga di `units`: instansi, unit layanan, produk. Bidang, bagian dan pembulatan hanya dapat berada di jenjang
        yang ada.
        """,
      en: """
        A rung is a step of the ladder in `units`: institution, service unit, product. Fields, parts and rounding can only be on a rung
        that exists.
        """),
    remedy: Words(
      id: "Pakai nama dari `units`, atau tambahkan jenjang itu di sana.",
      en: "Use a name from `units`, or add the rung there."))
}
