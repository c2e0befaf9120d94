internal import RuleDiagnostics

/// T0321.
extension CodePage {
  static let cellSpelling = CodePage(
    or: .warning,
    title: Words(id: "Ejaan nama instansi atau unit", en: "The spelling of an institution or a unit"),
    example: CodeExample(
      .listed,
      says: Words(
        id: "`Dinas Sosil` tidak ada dalam daftar `unit`", en: "`Dinas Sosil` is not in the directory of `unit`"),
      wrong: """
        institution,unit,product,field,value
        kota-contoh,⟦Dinas Sosil⟧,,uji,80
        """,
      right: """
        institution,unit,product,field,value
        kota-contoh,Dinas Sosial,,uji,80
        """),
    reason: Words(
      id: """
        Dengan daftar entitas, nama boleh ditulis sebagai ganti id; huruf besar dan spasi tidak dibedakan. Nama yang tidak ada dalam daftar
        akan menjadi instansi baru, dan sebagian data instansi yang dimaksud hilang. Satu entitas yang ditulis dengan beberapa cara
        diterima dengan peringatan.
        """,
      en: """
        With a directory of entities a name may stand in place of an id, whatever its capitals and blanks. A name that the directory does
        not list would become a new institution, and a part of the data of the one that was meant would be lost. One entity that is
        written in several ways is accepted with a warning.
        """),
    remedy: Words(
      id: "Pakai nama atau id dari daftar. Paling aman idnya, di semua baris.",
      en: "Use a name or an id of the directory. The id, in all rows, is safest."))
}
