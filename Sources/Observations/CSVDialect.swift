internal import RuleDiagnostics

/// How a file is written: its separator, mark, decimal mark and line ends.
struct CSVDialect: Equatable {
  /// What stands between two cells.
  typealias Separator = TableForm.Separator

  /// What ends a line.
  enum LineEnd {
    case lf
    case crlf
    case mixed
  }

  var separator = Separator.comma
  /// Whether the file begins with the byte-order mark of UTF-8.
  var hasMark = false
  /// Whether the first line is `sep=`.
  var namesSeparator = false
  /// Whether numbers are written with a decimal comma; only ever so between semicolons.
  var usesDecimalComma = false
  var lineEnd = LineEnd.lf
  /// The encoding from which the text was brought into UTF-8.
  var encoding: TextEncoding?
  /// Whether it is a sheet of a workbook, which has no dialect.
  var isSheet = false
  /// What is said about the rows beside their dialect.
  var remarks: [Words] = []
  /// The offset of the header line.
  private(set) var headerStart = 0

  /// Detects the separator from the header line or a `sep=` line before it.
  ///
  /// Only the beginning of the file is looked at: the line ends and the decimal mark are known after the rows were read.
  init(of file: SourceFile) {
    let bytes = file.bytes
    encoding = file.decodedFrom
    isSheet = file.isSheet
    hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    headerStart = hasMark ? 3 : 0
    if let (named, next) = CSVDialect.separatorLine(of: bytes[headerStart...]) {
      separator = named
      namesSeparator = true
      headerStart = next
    } else if !isSheet {
      separator = CSVDialect.mostFrequentSeparator(in: bytes[headerStart...])
    }
    if !isSheet, let said = file.form.separator { separator = said }
  }

  /// The physical line of the header, unless blank lines stand before it.
  var headerLine: Int { namesSeparator ? 2 : 1 }

  /// Reads `sep=;` and its line end; returns the separator and the offset of the next line.
  private static func separatorLine(of bytes: ArraySlice<UInt8>) -> (Separator, next: Int)? {
    let line = bytes.prefix(7)
    let word = line.prefix(4).map { $0 | 0x20 }
    guard word == Array("sep=".utf8), line.count > 4 else { return nil }
    guard let separator = Separator(rawValue: line[line.startIndex + 4]) else { return nil }
    let rest = line.dropFirst(5)
    if rest.first == UInt8(ascii: "\n") { return (separator, rest.startIndex + 1) }
    return rest.starts(with: Array("\r\n".utf8)) ? (separator, rest.startIndex + 2) : nil
  }

  /// The separator that occurs most often outside quotes in the first line with text; a comma if none does.
  private static func mostFrequentSeparator(in bytes: ArraySlice<UInt8>) -> Separator {
    var counts = Separator.allCases.map { (separator: $0, count: 0) }
    var isQuoted = false
    var hasText = false
    for byte in bytes.prefix(CSVScanner.longestCell) {
      if byte == UInt8(ascii: "\n"), hasText, !isQuoted { break }
      if byte > UInt8(ascii: " ") { hasText = true }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      for index in counts.indices where counts[index].separator.rawValue == byte { counts[index].count += 1 }
    }
    return counts.reduce((separator: .comma, count: 0)) { $1.count > $0.count ? $1 : $0 }.separator
  }
}

extension CSVDialect {
  /// What differs from the plain form (commas, decimal points, LF, no mark); nil if nothing does.
  var note: Words? {
    var id: [String] = []
    var en: [String] = []
    func add(_ words: Words, if isSo: Bool) {
      guard isSo else { return }
      id.append(words.id)
      en.append(words.en)
    }
    if let encoding { add(Words(same: encoding.name), if: true) }
    add(Words(id: "titik koma antarsel", en: "semicolons between cells"), if: separator == .semicolon)
    add(Words(id: "tab antarsel", en: "tabs between cells"), if: separator == .tab)
    add(Words(id: "baris `sep=`", en: "a `sep=` line"), if: namesSeparator)
    add(Words(id: "koma desimal", en: "decimal commas"), if: usesDecimalComma)
    add(Words(id: "tanda urutan bita (BOM)", en: "a byte-order mark"), if: hasMark)
    add(Words(id: "akhir baris CRLF", en: "CRLF line ends"), if: lineEnd == .crlf)
    add(Words(id: "akhir baris campuran LF dan CRLF", en: "mixed LF and CRLF line ends"), if: lineEnd == .mixed)
    for remark in remarks { add(remark, if: true) }
    guard !en.isEmpty else { return nil }
    if isSheet {
      return Words(
        id: "dibaca sebagai lembar kerja dengan: " + id.joined(separator: ", "), en: "read as a sheet with: " + en.joined(separator: ", "))
    }
    return Words(id: "dibaca sebagai CSV dengan: " + id.joined(separator: ", "), en: "read as CSV with: " + en.joined(separator: ", "))
  }
}
