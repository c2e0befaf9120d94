internal import RuleDiagnostics

/// T0302.
extension CodePage {
  static let csvHeader = CodePage(
    title: Words(id: "Baris nama kolom yang salah", en: "A wrong line of column names"),
    example: CodeExample(
      .observations,
      says: Words(id: "kolom `unitt` tidak dikenal", en: "the column `unitt` is not known"),
      wrong: """
        institution,⟦unitt⟧,product,field,value
        kota-contoh,dinsos,,uji,80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: """
        Baris pertama berkata apa isi setiap kolom. Kolom yang salah eja, hilang, atau ada dua kali membuat setiap baris di bawahnya tidak
        pasti artinya.
        """,
      en: """
        The first line says what each column holds. A column that is misspelt, missing or there twice leaves the meaning of every row
        below it open.
        """),
    remedy: Words(
      id: """
        Tulis satu kolom untuk setiap jenjang edisi itu, lalu `field` dan `value`. Kolom tambahan yang boleh ada: `source`, `date`,
        `assessor`, `note`.
        """,
      en: """
        Write one column for each rung of the edition, then `field` and `value`. Further columns may be `source`, `date`, `assessor`,
        `note`.
        """))
}
