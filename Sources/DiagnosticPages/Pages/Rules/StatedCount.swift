internal import RuleDiagnostics

/// T0237.
extension CodePage {
  static let statedCount = CodePage(
    severity: .warning,
    title: Words(id: "Jumlah yang disebut tidak cocok", en: "A stated number that does not fit"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "label `total` menyebut `2 indikator`, padahal dalam edisi 2022 ada 3",
        en: "the label of `total` says `2 indikator`, but edition 2022 has 3"),
      wrong: """
        score:
          id: ⟦total⟧
          cite: pedoman
          label: {id: Nilai (2 indikator), en: Score}
          parts:
            - {id: masuk, weight: 1, yes_no: ada}
            - {id: keluar, weight: 1, yes_no: ada}
            - {id: tunggu, weight: 1, yes_no: ada}
        """,
      right: """
        score:
          id: total
          cite: pedoman
          label: {id: Nilai (3 indikator), en: Score}
          parts:
            - {id: masuk, weight: 1, yes_no: ada}
            - {id: keluar, weight: 1, yes_no: ada}
            - {id: tunggu, weight: 1, yes_no: ada}
        """),
    reason: Words(
      id: """
        Judul dan label sering menyebut jumlah, misalnya "14 indikator". Kalau isinya lain, ada bagian yang lupa ditulis atau dihapus,
        atau judulnya disalin dari tahun sebelumnya.
        """,
      en: """
        Titles and labels often state a number, such as "14 indicators". If the content differs, a part was forgotten or not removed, or
        the heading was copied from the year before.
        """),
    remedy: Words(
      id: "Hitung pada dokumen sumbernya, lalu perbaiki angka itu atau daftarnya.",
      en: "Count in the source document, then mend the number or the list."))
}
