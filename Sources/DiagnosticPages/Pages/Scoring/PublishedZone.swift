internal import RuleDiagnostics

/// T0404.
extension CodePage {
  static let publishedZone = CodePage(
    title: Words(id: "Zona terbit tidak sesuai dengan garis", en: "A published zone does not fit the lines"),
    example: CodeExample(
      .data,
      says: Words(
        id: "`Kota Contoh` 2022: 79.36 terbit sebagai kuning, garis edisi 2022 memberi hijau",
        en: "`Kota Contoh` 2022: 79.36 was published as kuning, the lines of edition 2022 give hijau"),
      wrong: """
        entity_id,entity_name,year,score,zone
        kota-contoh,Kota Contoh,2022,79.36,⟦kuning⟧
        """,
      right: """
        entity_id,entity_name,year,score,zone
        kota-contoh,Kota Contoh,2022,79.36,hijau
        """),
    reason: Words(
      id: """
        Nilai dan warna yang sudah terbit adalah ujian bagi garis zona: kalau satu saja tidak cocok, garisnya salah, atau tabel yang
        terbit punya kesalahan.
        """,
      en: """
        Scores and colours that were published put the zone lines to the test: if a single one does not fit, the lines are wrong or the
        published table has a mistake.
        """),
    remedy: Words(
      id: """
        Periksa baris itu pada dokumen asalnya, lalu garis di `zones`. Garis yang disimpulkan dari tabel diberi `provenance:
        reconstructed`.
        """,
      en: """
        Compare the row with its document, then the lines in `zones`. Lines inferred from a table get `provenance: reconstructed`.
        """))
}
