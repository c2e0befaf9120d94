internal import RuleDiagnostics

/// T0904.
extension CodePage {
  static let answerUnreadable = CodePage(
    title: Words(id: "Bukan jawaban mesin SQL", en: "No answer of an SQL engine"),
    example: CodeExample(
      .command,
      says: Words(
        id: "`nilai.csv` bukan jawaban atas teks `--part score`: kolom `institution` dan `unsure` tidak ada",
        en: "`nilai.csv` is no answer to the text of `--part score`: the columns `institution` and `unsure` are not there"),
      wrong: """
        timbang score --rules 2022 --data data.csv --only-uncertain ⟦nilai.csv⟧
        """,
      right: """
        timbang score --rules 2022 --data data.csv --only-uncertain jawaban.csv
        """),
    reason: Words(
      id: """
        Teks `--part score` menandai instansi yang nilainya belum pasti dengan 1 di kolom `unsure`. Tanpa kolom itu tidak diketahui
        siapa yang harus dinilai.
        """,
      en: """
        The text of `--part score` marks institutions whose score is not certain by 1 in the column `unsure`. Without it nobody knows whom
        to score.
        """),
    remedy: Words(
      id: "Simpan jawaban mesin SQL seutuhnya sebagai CSV dengan judul kolom.",
      en: "Save the whole answer of the SQL engine as CSV with a header."))
}
