internal import RuleDiagnostics

/// T0250.
extension CodePage {
  static let reusedID = CodePage(
    severity: .warning,
    title: Words(id: "Nama lama dengan makna baru", en: "An old name with a new meaning"),
    example: CodeExample(
      .edits,
      says: Words(
        id: "nama bagian `masuk` dipakai edisi 2021 untuk hal lain, yang berisi `yes_no` atas bidang lain, bukan `linear`",
        en: "edition 2021 gives the name of the part `masuk` to something else, which is `yes_no` over other fields, not `linear`"),
      wrong: """
        - add: {fields: {nilai: {per: unit, type: number, range: [0, 100]}}}
        - replace: {part: {id: ⟦masuk⟧, weight: 60, linear: {field: nilai, worst: 0, best: 100}}}
        - add: {under: total, part: {id: adanya, weight: 1, yes_no: ada}}
        """,
      right: """
        - add: {fields: {nilai: {per: unit, type: number, range: [0, 100]}}}
        - add: {under: total, part: {id: uji, weight: 60, linear: {field: nilai, worst: 0, best: 100}}}
        """),
    reason: Words(
      id: """
        Id adalah identitas: perbandingan antartahun menganggap bagian dengan id yang sama sebagai bagian yang sama. Id yang dipakai lagi
        untuk hal lain membuat perubahan aturan terbaca sebagai perubahan kinerja.
        """,
      en: """
        An id is an identity: a comparison between years takes parts of one id for the same part. An id that is used again for something
        else makes a change of the rules look like a change of performance.
        """),
    remedy: Words(
      id: "Beri yang baru nama sendiri, dan biarkan nama lama beristirahat.",
      en: "Give the new one a name of its own, and let the old name rest."))
}
