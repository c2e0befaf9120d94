internal import RuleDiagnostics

/// T0227.
extension CodePage {
  static let scoreOutsideScale = CodePage(
    title: Words(id: "Nilai di luar skala", en: "A score outside the scale"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "bidang `nilai` (0..120) dapat keluar dari garis 0 sampai 100",
        en: "the field `nilai` (0..120) can leave the line from 0 to 100"),
      wrong: """
        fields: {nilai: {per: unit, type: number, range: [0, 120]}}
        score: {id: ⟦total⟧, cite: pedoman, linear: {field: nilai, worst: 0, best: 100}}
        """,
      right: """
        fields: {nilai: {per: unit, type: number, range: [0, 120]}}
        score: {id: total, cite: pedoman, linear: {field: nilai, worst: 0, best: 100, clamp: true}}
        """),
    reason: Words(
      id: """
        Semua nilai berada dalam satu skala, 0 sampai 100 kalau tidak dinyatakan lain. Nilai di luarnya akan merusak rata-rata dan tidak
        punya zona. Titik acuan sebuah kelompok juga nilai: gabungan anggotanya tidak pernah keluar dari skala itu.
        """,
      en: """
        All scores lie within one scale, 0 to 100 unless said otherwise. A score outside it would spoil the means and have no zone. The
        goalposts of a group are scores too: what its parts give together never leaves that scale.
        """),
    remedy: Words(
      id: """
        Tulis nilai di dalam skala, atau `clamp: true` untuk garis yang dapat terlewati. Skala lain dinyatakan di atas berkas, misalnya
        `scale: [0, 5]`.
        """,
      en: """
        Write scores within the scale, or `clamp: true` for a line that can be left. Another scale is declared at the top of the file,
        such as `scale: [0, 5]`.
        """))
}
