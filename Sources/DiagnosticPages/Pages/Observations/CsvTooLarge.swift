internal import RuleDiagnostics

/// T0320.
extension CodePage {
  static let csvTooLarge = CodePage(
    title: Words(id: "Baris atau sel terlalu besar", en: "A row or cell is too large"),
    example: CodeExample(
      .observations,
      says: Words(id: "baris ini bernama 252 kolom, paling banyak 200", en: "this line names 252 columns, at most 200 are read"),
      wrong: """
        institution,unit,uji_1,uji_2,uji_3,...
        kota-contoh,dinsos,80,85,90,...
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,dinsos,,uji,80
        """),
    reason: Words(
      id: """
        Satu sel paling panjang 64 KiB, satu baris paling banyak 200 kolom. Yang lebih besar bukan data bentuk panjang, atau sebuah kutip
        hilang.
        """,
      en: """
        A cell has at most 64 KiB, a row at most 200 columns. What is larger is not data in long form, or a quote was lost.
        """),
    remedy: Words(
      id: "Tulis satu pengamatan per baris: bidang adalah isi kolom `field`, bukan kolom tersendiri.",
      en: "Write one observation in each row: fields are the content of the column `field`, not columns of their own."))
}
