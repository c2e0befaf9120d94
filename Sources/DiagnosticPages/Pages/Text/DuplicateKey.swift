internal import RuleDiagnostics

/// T0105.
extension CodePage {
  static let duplicateKey = CodePage(
    title: Words(id: "Satu kunci ditulis dua kali", en: "A key is written twice"),
    example: CodeExample(
      .file,
      says: Words(id: "kunci `edition` ditulis dua kali, pertama di baris 3", en: "key `edition` is written twice, first in line 3"),
      wrong: """
        timbang: 1
        id: uji
        edition: 2022
        ⟦edition⟧: 2023
        units: {unit: {}}
        fields: {ada: {per: unit, type: yes_no}}
        sources: {pedoman: {title: Pedoman penilaian}}
        score: {id: total, cite: pedoman, yes_no: ada}
        zones: {cite: pedoman, ladder: [{id: merah, from: 0}]}
        """,
      right: """
        timbang: 1
        id: uji
        edition: 2022
        units: {unit: {}}
        fields: {ada: {per: unit, type: yes_no}}
        sources: {pedoman: {title: Pedoman penilaian}}
        score: {id: total, cite: pedoman, yes_no: ada}
        zones: {cite: pedoman, ladder: [{id: merah, from: 0}]}
        """),
    reason: Words(
      id: """
        Kalau `edition` atau `weight` tertulis dua kali, orang membaca yang satu dan program menghitung yang lain. Tidak ada urutan yang
        adil, jadi keduanya ditolak.
        """,
      en: """
        If `edition` or `weight` is written twice, a person reads one and a program counts the other. No order would be fair, so both are
        refused.
        """),
    remedy: Words(
      id: "Hapus yang tidak berlaku. Tempat yang pertama ditunjukkan juga.",
      en: "Delete the one that does not hold. The place of the first one is shown too."))
}
