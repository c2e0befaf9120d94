internal import RuleDiagnostics

/// T0216.
extension CodePage {
  static let wrongFieldType = CodePage(
    title: Words(id: "Bidang dengan jenis yang salah", en: "A field of the wrong type"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "`yes_no` pada `total` tidak dapat membaca bidang `nilai` berjenis `number`",
        en: "`yes_no` in `total` cannot read the field `nilai` of type `number`"),
      wrong: """
        fields: {nilai: {per: unit, type: number, range: [0, 100]}}
        score: {id: ⟦total⟧, cite: pedoman, yes_no: nilai}
        """,
      right: """
        fields: {nilai: {per: unit, type: number, range: [0, 100]}}
        score: {id: total, cite: pedoman, linear: {field: nilai, worst: 0, best: 100}}
        """),
    reason: Words(
      id: """
        `yes_no` menilai ya atau tidak, `bands` dan `linear` menilai angka, `levels` menilai tingkat. Angka 0 sampai 100 bukan ya atau
        tidak, dan sebaliknya.
        """,
      en: """
        `yes_no` scores a yes or no, `bands` and `linear` score a number, `levels` scores a level. A number from 0 to 100 is no yes or no,
        and the other way round.
        """),
    remedy: Words(
      id: "Pilih badan yang cocok dengan jenis bidangnya, atau perbaiki `type` bidang itu.",
      en: "Choose the body that fits the type of the field, or mend the `type` of the field."))
}
