internal import RuleDiagnostics

/// What ends the reading of a workbook or database.
package struct SheetFault: Error {
  let code: DiagnosticCode
  /// Where in the file: a cell, or a part with its line; nil for the file as a whole.
  var place: SheetFault.Place?
  let message: Words
  var help: Words?

  /// A place inside a workbook or database.
  enum Place: Hashable {
    /// A part of a zip, with line and column if they are known.
    case part(String)
    /// A cell or, without a column, a row of the sheet that is read.
    case cell(row: Int, column: Int?)
  }

  init(_ code: DiagnosticCode, at place: Place? = nil, _ message: Words, help: Words? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.help = help
  }

  /// A workbook that is cut or broken.
  static func damaged(_ what: Words, at place: Place? = nil) -> SheetFault {
    SheetFault(
      .workbookDamaged, at: place, Words(id: "buku kerja ini rusak: \(what.id)", en: "this workbook is damaged: \(what.en)"),
      help: Words(
        id:
          "minta atau unduh berkas ini sekali lagi; jika Excel atau LibreOffice masih dapat membukanya, simpan dari sana dengan nama baru",
        en: "ask for the file or download it once more; if Excel or LibreOffice can still open it, save it from there under a new name"))
  }

  /// A database of which only the beginning is there.
  static func cutDatabase(_ count: Int, of expected: Int) -> SheetFault {
    SheetFault(
      .workbookDamaged,
      Words(
        id: "basis data ini terpotong: \(count) byte ada, \(expected) seharusnya",
        en: "this database was cut: \(count) bytes of \(expected) are there"),
      help: Words(id: "salin atau minta berkas ini sekali lagi", en: "copy the file or ask for it once more"))
  }

  /// Something beyond a limit.
  static func tooLarge(_ what: Words, at place: Place? = nil) -> SheetFault {
    SheetFault(
      .workbookTooLarge, at: place, what,
      help: Words(
        id: "hapus yang tidak diperlukan, bagi datanya menjadi beberapa berkas, atau simpan sebagai CSV UTF-8",
        en: "remove what is not needed, split the data into several files, or save it as CSV UTF-8"))
  }
}

/// A count of bytes as people write it: `64 MiB`, and below that in KiB or bytes.
func size(_ bytes: Int) -> String {
  if bytes >= 1 << 30, bytes % (1 << 30) == 0 { return "\(bytes >> 30) GiB" }
  if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
  if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
  return "\(bytes) B"
}
