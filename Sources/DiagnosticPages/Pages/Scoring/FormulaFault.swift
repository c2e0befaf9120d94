internal import RuleDiagnostics

/// T0405.
extension CodePage {
  static let formulaFault = CodePage(
    title: Words(id: "Rumus tidak dapat dihitung, atau titik acuan terlewati", en: "A formula cannot be computed, or goalposts are passed"),
    example: CodeExample(
      .fragment,
      says: Words(
        id: "`adu_tuntas` tidak dapat dihitung untuk `kota-contoh/dinsos`: pembagian dengan nol",
        en: "`adu_tuntas` cannot be computed for `kota-contoh/dinsos`: division by zero"),
      wrong: """
        - id: adu_tuntas
          weight: 100
          formula: "100 * adu_selesai / ⟦adu_masuk⟧"
        """,
      right: """
        - id: adu_tuntas
          weight: 100
          when: "adu_masuk > 0"
          formula: "100 * adu_selesai / adu_masuk"
        """),
    reason: Words(
      id: """
        Untuk entitas ini rumus dibagi nol, keluar dari skala, atau membaca nilai yang tidak ada, atau gabungan sebuah kelompok melewati
        `goalposts`-nya. Instansinya tidak mendapat nilai, sebab angka pengganti apa pun hanya karangan.
        """,
      en: """
        For this entity the formula divides by zero, leaves the scale, or reads a value that is not there, or what a group gives together
        passes its `goalposts`. The institution gets no score, as any figure put in its place would be invented.
        """),
    remedy: Words(
      id: """
        Periksa nilai-nilai di baris itu. Kalau keadaannya memang mungkin, batasi bagian itu dengan `when`, atau hasilnya dengan
        `clamp(...)`; `goalposts` dengan `clamp: true`.
        """,
      en: """
        Check the values of that row. If the case can really happen, limit the part by `when`, or its result by `clamp(...)`; `goalposts` by
        `clamp: true`.
        """))
}
