internal import RuleDiagnostics

/// T0322.
extension CodePage {
  static let wideTable = CodePage(
    title: Words(id: "Tabel lebar yang dapat berarti dua hal", en: "A wide table that may mean two things"),
    example: CodeExample(
      .observations,
      says: Words(
        id: "kolom `uji` adalah bidang, padahal ada juga kolom `field`",
        en: "the column `uji` is a field, but there is also a column `field`"),
      wrong: """
        institution,unit,product,field,value,⟦uji⟧
        kota-contoh,dinsos,,petugas,4,80
        """,
      right: """
        institution,unit,uji,petugas
        kota-contoh,dinsos,80,4
        """),
    reason: Words(
      id: """
        Dalam tabel lebar satu baris adalah satu entitas dan satu kolom satu bidang. Bidang dikenali dari id atau labelnya. Nilai jenjang atas
        boleh terulang di baris-baris di bawahnya selama sama. Campuran dengan bentuk panjang, label milik dua bidang, atau nilai terulang
        yang berbeda tidak punya satu arti.
        """,
      en: """
        In a wide table a row is an entity and a column is a field. A field is known by its id or its label. A value of a higher rung may be
        repeated in the rows below it as long as it is the same. A mixture with the long form, a label of two fields, or repeated values
        that differ have no single meaning.
        """),
    remedy: Words(
      id: "Pilih satu bentuk; tulis id bidang sebagai nama kolom; samakan nilai yang terulang, atau tulis satu kali saja.",
      en: "Choose one form; write ids of fields as names of columns; make repeated values equal, or write them only once."))
}
