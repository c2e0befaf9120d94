internal import RuleDiagnostics

/// A fault in the quotes, the line ends or the size of a row, with the offset at which it stands.
enum CSVProblem: Equatable {
  case openQuote(at: Int)
  case strayQuote(at: Int)
  case textAfterQuote(at: Int)
  case loneCarriageReturn(at: Int)
  case longCell(at: Int)

  var code: DiagnosticCode {
    if case .longCell = self { .csvTooLarge } else { .csvSyntax }
  }

  /// The byte to point at.
  var place: Range<Int> {
    switch self {
    case .openQuote(let offset), .strayQuote(let offset), .textAfterQuote(let offset), .loneCarriageReturn(let offset),
      .longCell(let offset):
      offset..<(offset + 1)
    }
  }

  var message: Words {
    switch self {
    case .openQuote:
      Words(id: "tanda kutip yang dibuka di sini tidak ditutup", en: "the quote opened here is not closed")
    case .strayQuote:
      Words(id: "ada tanda kutip di dalam sel yang tidak dikutip", en: "a quote stands inside a cell that is not quoted")
    case .textAfterQuote:
      Words(id: "ada teks setelah tanda kutip penutup", en: "text follows the closing quote")
    case .loneCarriageReturn:
      Words(id: "baris berakhir dengan CR saja", en: "a line ends with CR alone")
    case .longCell:
      Words(
        id: "sel ini lebih panjang dari \(CSVScanner.longestCell) bita", en: "this cell is longer than \(CSVScanner.longestCell) bytes")
    }
  }

  var help: Words {
    switch self {
    case .openQuote:
      Words(
        id: "tutup dengan `\"` sebelum pemisah berikutnya, atau hapus tanda kutip ini",
        en: "close it with `\"` before the next separator, or remove this quote")
    case .strayQuote, .textAfterQuote:
      Words(
        id: "kutip seluruh sel dan tulis tanda kutip di dalamnya dua kali: `\"Dinas \"\"A\"\"\"`",
        en: "quote the whole cell and write each quote inside it twice: `\"Dinas \"\"A\"\"\"`")
    case .loneCarriageReturn:
      Words(id: "simpan berkas dengan akhir baris LF atau CRLF", en: "save the file with LF or CRLF line ends")
    case .longCell:
      Words(
        id: "satu sel hanya memuat satu id atau satu nilai; periksa tanda kutip dan akhir baris di dekatnya",
        en: "a cell holds one id or one value; look for a lost quote or line end nearby")
    }
  }
}
