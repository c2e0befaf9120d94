internal import RuleDiagnostics

/// A file that is no CSV text in UTF-8, told by its first bytes.
enum ForeignFormat: Equatable {
  case workbook
  case oldWorkbook
  case pdf
  case gzip
  case markup
  case json
  case utf16

  /// Recognises what `bytes` are; nil if they may be CSV text.
  init?(of bytes: [UInt8]) {
    let found = signatures.first { bytes.starts(with: $0.bytes) }?.format
    if let found {
      self = found
    } else if hasZerosInTurn(bytes) {
      self = .utf16
    } else {
      switch bytes.prefix(64).first(where: { $0 > UInt8(ascii: " ") }) {
      case UInt8(ascii: "<"): self = .markup
      case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
      default: return nil
      }
    }
  }

  var code: DiagnosticCode { self == .utf16 ? .csvEncoding : .notCSV }

  var message: Words {
    switch self {
    case .workbook: Words(id: "ini berkas Excel (.xlsx) atau zip, bukan CSV", en: "this is an Excel file (.xlsx) or a zip, not CSV")
    case .oldWorkbook: Words(id: "ini berkas Excel lama (.xls), bukan CSV", en: "this is an old Excel file (.xls), not CSV")
    case .pdf: Words(id: "ini berkas PDF, bukan CSV", en: "this is a PDF, not CSV")
    case .gzip: Words(id: "ini berkas terkompresi gzip, bukan CSV", en: "this is a gzip file, not CSV")
    case .markup: Words(id: "ini halaman HTML atau XML, bukan CSV", en: "this is an HTML or XML page, not CSV")
    case .json: Words(id: "ini berkas JSON, bukan CSV", en: "this is a JSON file, not CSV")
    case .utf16: Words(id: "berkas ini memakai UTF-16 atau UTF-32, bukan UTF-8", en: "this file is UTF-16 or UTF-32, not UTF-8")
    }
  }

  var help: Words {
    switch self {
    case .gzip: Words(id: "buka dengan `gunzip`, lalu baca berkas CSV-nya", en: "unpack it with `gunzip` and read the CSV file inside")
    case .pdf, .markup, .json: Words(id: "minta datanya sebagai CSV UTF-8", en: "ask for the data as CSV UTF-8")
    case .workbook, .oldWorkbook, .utf16: saveAsUTF8
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
  ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16), ([0x00, 0x00, 0xFE, 0xFF], .utf16),
]

/// Whether every second byte of the first four is zero, as in UTF-16 without a mark.
private func hasZerosInTurn(_ bytes: [UInt8]) -> Bool {
  guard bytes.count >= 4 else { return false }
  return (bytes[1] == 0 && bytes[3] == 0) || (bytes[0] == 0 && bytes[2] == 0)
}

extension SourceFile {
  /// Reports a foreign format or the first bytes that are not UTF-8; true if there is neither.
  func isText(log: inout DiagnosticLog) -> Bool {
    if let foreign = ForeignFormat(of: bytes) {
      log.error(foreign.code, at: range(0, 0), foreign.message, help: foreign.help)
      return false
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      let offset = error.byteOffsets.lowerBound
      let byte = "0x" + String(bytes[offset], radix: 16, uppercase: true)
      log.error(
        .csvEncoding, at: range(offset, error.byteOffsets.upperBound),
        Words(id: "bita `\(byte)` bukan bagian dari teks UTF-8", en: "the byte `\(byte)` is not part of UTF-8 text"), help: saveAsUTF8)
      return false
    }
  }
}
