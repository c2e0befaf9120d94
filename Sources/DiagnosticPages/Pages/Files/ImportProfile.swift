internal import RuleDiagnostics

/// T0611.
extension CodePage {
  static let importProfile = CodePage(
    title: Words(id: "Catatan impor tidak cocok dengan berkasnya", en: "An import profile does not fit its file"),
    example: CodeExample(
      .command,
      says: Words(
        id: "`survei.csv` berubah sejak diimpor: sidiknya tidak lagi sha256:4c1f...a90e",
        en: "`survei.csv` has changed since it was imported: its digest is no longer sha256:4c1f...a90e"),
      wrong: """
        timbang score --rules 2022 --data ⟦survei.csv⟧
        """,
      right: """
        timbang import survei.csv --rules 2022 --out data.csv
        """),
    reason: Words(
      id: """
        `timbang import` menyimpan di samping setiap berkas bagaimana berkas itu dibaca, dalam `survei.csv.timbang.yaml`, beserta sidik isinya.
        Untuk isi yang lain catatan itu dapat salah: titik desimal di sini bisa berarti ribuan di sana.
        """,
      en: """
        `timbang import` keeps beside each file how it was read, in `survei.csv.timbang.yaml`, with the digest of its bytes. For other bytes
        that may be wrong: a decimal point here may stand between thousands there.
        """),
    remedy: Words(
      id: "Impor lagi, atau hapus catatan itu agar bentuk berkas dikenali dari awal.",
      en: "Import the file once more, or delete the profile to have the form of the file detected anew."))
}
