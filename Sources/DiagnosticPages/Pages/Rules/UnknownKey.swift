internal import RuleDiagnostics

/// T0202.
extension CodePage {
  static let unknownKey = CodePage(
    title: Words(id: "Kunci yang tidak dikenal", en: "An unknown key"),
    example: CodeExample(
      .sections,
      says: Words(id: "kunci `lable` tidak dikenal di bidang `ada`", en: "unknown key `lable` in the field `ada`"),
      wrong: """
        fields: {ada: {per: unit, type: yes_no, ⟦lable⟧: {id: Ada, en: Present}}}
        """,
      right: """
        fields: {ada: {per: unit, type: yes_no, label: {id: Ada, en: Present}}}
        """),
    reason: Words(
      id: """
        Kunci yang salah eja tidak pernah diabaikan: `mising: skip` yang dilewati begitu saja akan mengubah nilai tanpa ada yang tahu.
        """,
      en: """
        A misspelt key is never passed over: if `mising: skip` were ignored, scores would change and nobody would know.
        """),
    remedy: Words(
      id: """
        Perbaiki ejaannya; saran menyebut kunci terdekat. Catatan bebas ditulis sebagai `note`, atau sebagai komentar di belakang `#`.
        """,
      en: """
        Mend the spelling; the help names the nearest key. A free remark is written as `note`, or as a comment behind `#`.
        """))
}
