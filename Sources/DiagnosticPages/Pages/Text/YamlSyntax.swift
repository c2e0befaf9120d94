internal import RuleDiagnostics

/// T0101.
extension CodePage {
  static let yamlSyntax = CodePage(
    title: Words(id: "Susunan YAML tidak dapat dibaca", en: "The YAML cannot be read"),
    example: CodeExample(
      .sections,
      says: Words(id: "kurung `{` yang dibuka di sini tidak ditutup", en: "the bracket `{` opened here is never closed"),
      wrong: """
        score: ⟦{⟧id: total, cite: pedoman, yes_no: ada
        """,
      right: """
        score: {id: total, cite: pedoman, yes_no: ada}
        """),
    reason: Words(
      id: """
        Berkas aturan adalah YAML: kurung, kutip dan lekukan baris menentukan apa milik apa. Kalau salah satunya tidak ditutup atau
        bergeser, tidak ada yang tahu di mana sebuah bagian berakhir, jadi seluruh berkas ditolak.
        """,
      en: """
        A rule file is YAML: brackets, quotes and indentation say what belongs to what. If one of them is not closed or has slipped,
        nobody can know where a part ends, so the whole file is refused.
        """),
    remedy: Words(
      id: """
        Lihat baris yang ditunjuk dan baris di atasnya: biasanya ada kurung atau kutip yang belum ditutup, titik dua tanpa spasi di
        belakangnya, atau lekukan yang tidak sejajar dengan baris-baris lain.
        """,
      en: """
        Look at the line that is shown and the one above it: usually a bracket or a quote is still open, a colon has no space behind it,
        or a line is not indented like its neighbours.
        """))
}
