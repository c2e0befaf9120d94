internal import RuleDiagnostics

/// T0317.
extension CodePage {
  static let entityUnknownParent = CodePage(
    title: Words(id: "Induk yang tidak dikenal", en: "An unknown parent"),
    example: CodeExample(
      .directory,
      says: Words(id: "induk `kota-conto` tidak dikenal", en: "the parent `kota-conto` is not known"),
      wrong: """
        id,parent,kind,name
        dinsos,⟦kota-conto⟧,,Dinas Sosial
        """,
      right: """
        id,parent,kind,name
        dinsos,kota-contoh,,Dinas Sosial
        """),
    reason: Words(
      id: """
        `entities.csv` menempatkan setiap entitas di bawah induknya. Induk itu harus ada di berkas yang sama atau dalam data, supaya unit
        tidak jatuh ke instansi yang salah.
        """,
      en: """
        `entities.csv` puts each entity below its parent. The parent must be there or in the data, so that no unit falls to the wrong
        institution.
        """),
    remedy: Words(
      id: "Tulis jalur induk dari atas, misalnya `kota-contoh` atau `kota-contoh/dinsos`, atau tambahkan baris untuk induk itu.",
      en: "Write the path of the parent from the top, such as `kota-contoh` or `kota-contoh/dinsos`, or add a line for the parent."))
}
