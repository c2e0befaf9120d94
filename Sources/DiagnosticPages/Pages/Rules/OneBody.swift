internal import RuleDiagnostics

/// T0218.
extension CodePage {
  static let oneBody = CodePage(
    title: Words(id: "Tidak tepat satu badan", en: "Not exactly one body"),
    example: CodeExample(
      .sections,
      says: Words(id: "bagian `total` tidak punya isi", en: "the part `total` has no body"),
      wrong: """
        score: {id: ⟦total⟧, cite: pedoman}
        """,
      right: """
        score: {id: total, cite: pedoman, yes_no: ada}
        """),
    reason: Words(
      id: """
        Sebuah bagian dinilai dengan tepat satu cara: `parts`, `yes_no`, `checklist`, `levels`, `bands`, `linear` atau `formula`. Tanpa
        badan ia tidak punya nilai; dengan dua badan, nilainya dua. Hal yang sama berlaku untuk suntingan: satu kata kerja setiap kali.
        """,
      en: """
        A part is scored in exactly one way: `parts`, `yes_no`, `checklist`, `levels`, `bands`, `linear` or `formula`. Without a body it
        has no score; with two it would have two. The same holds for edits: one verb at a time.
        """),
    remedy: Words(
      id: "Pertahankan satu badan. Kalau keduanya dimaksud, jadikan kelompok dengan dua bagian.",
      en: "Keep one body. If both are meant, make a group of two parts."))
}
