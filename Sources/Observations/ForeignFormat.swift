internal import RuleDiagnostics

/// A file that is no text, or no table, told by its first bytes.
enum ForeignFormat: Equatable {
  case workbook
  case oldWorkbook
  case pdf
  case gzip
  case markup
  case json

  /// Recognises what `bytes` are; nil if they may be CSV text.
  init?(of bytes: [UInt8]) {
    let found = signatures.first { bytes.starts(with: $0.bytes) }?.format
    if let found {
      self = found
    } else {
      switch bytes.prefix(64).first(where: { $0 > UInt8(ascii: " ") }) {
      case UInt8(ascii: "<"): self = .markup
      case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
      default: return nil
      }
    }
  }

  var code: DiagnosticCode { .notCSV }

  var message: Words {
    switch self {
    case .workbook: Words(id: "ini berkas Excel (.xlsx) atau zip, bukan CSV", en: "this is an Excel file (.xlsx) or a zip, not CSV")
    case .oldWorkbook: Words(id: "ini berkas Excel lama (.xls), bukan CSV", en: "this is an old Excel file (.xls), not CSV")
    case .pdf: Words(id: "ini berkas PDF, bukan CSV", en: "this is a PDF, not CSV")
    case .gzip: Words(id: "ini berkas terkompresi gzip, bukan CSV", en: "this is a gzip file, not CSV")
    case .markup: Words(id: "ini halaman HTML atau XML, bukan CSV", en: "this is an HTML or XML page, not CSV")
    case .json: Words(id: "ini berkas JSON, bukan CSV", en: "this is a JSON file, not CSV")
    }
  }

  var help: Words {
    switch self {
    case .gzip: Words(id: "buka dengan `gunzip`, lalu baca berkas CSV-nya", en: "unpack it with `gunzip` and read the CSV file inside")
    case .pdf, .markup, .json: Words(id: "minta datanya sebagai CSV UTF-8", en: "ask for the data as CSV UTF-8")
    case .workbook, .oldWorkbook: saveAsUTF8
    }
  }
}

/// The remedy for every text in another encoding.
let saveAsUTF8 = Words(
  id: "simpan sebagai `CSV UTF-8 (Comma delimited)` di Excel, atau `Text CSV` dengan Unicode (UTF-8) di LibreOffice",
  en: "save it as `CSV UTF-8 (Comma delimited)` in Excel, or as `Text CSV` with Unicode (UTF-8) in LibreOffice")

private let signatures: [(bytes: [UInt8], format: ForeignFormat)] = [
  ([0x50, 0x4B, 0x03, 0x04], .workbook), ([0x50, 0x4B, 0x05, 0x06], .workbook),
  ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook), (Array("%PDF".utf8), .pdf), ([0x1F, 0x8B], .gzip),
]
