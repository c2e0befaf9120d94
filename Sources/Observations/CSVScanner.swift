internal import RuleDiagnostics

/// Finds the cells of each row in the bytes of a file: RFC 4180, with LF or CRLF as line end.
///
/// A fault is noted in the row, and scanning goes on with the next row, so that one run shows all faults.
struct CSVScanner {
  /// The longest cell, in bytes.
  static var longestCell: Int { Most.cellBytes }
  /// The largest number of columns.
  static var mostColumns: Int { Most.columns }

  private let bytes: [UInt8]
  private let separator: UInt8
  /// Where the next row begins.
  private(set) var offset: Int
  /// The physical line on which it begins.
  private(set) var line: Int
  /// How many lines ended with CRLF so far, outside quotes.
  private(set) var crlfCount = 0
  /// How many lines ended with LF alone so far, outside quotes.
  private(set) var lfCount = 0

  /// Begins at `offset`, which is on the physical line `line`.
  init(_ bytes: [UInt8], separator: UInt8, from offset: Int, line: Int) {
    self.bytes = bytes
    self.separator = separator
    self.offset = offset
    self.line = line
  }

  /// Fills `row` with the next row; false at the end of the file.
  mutating func next(into row: inout CSVRow) -> Bool {
    guard offset < bytes.count else { return false }
    row.cells.removeAll(keepingCapacity: true)
    row.count = 0
    row.problem = nil
    while true {
      let isQuoted = offset < bytes.count && bytes[offset] == quote
      let cell = isQuoted ? quotedCell(&row.problem) : plainCell(from: offset, &row.problem)
      row.count += 1
      if row.count <= CSVScanner.mostColumns + 1 { row.cells.append(cell) }
      guard offset < bytes.count, bytes[offset] == separator else { break }
      offset += 1
    }
    row.end = offset
    endLine()
    return true
  }

  /// Reads on to the next separator or line end.
  private mutating func plainCell(from start: Int, _ problem: inout CSVProblem?) -> CSVCell {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == separator || byte == lineFeed { break }
      if byte == carriageReturn {
        if offset + 1 == bytes.count || bytes[offset + 1] == lineFeed { break }
        problem = problem ?? .loneCarriageReturn(at: offset)
      }
      if byte == quote { problem = problem ?? .strayQuote(at: offset) }
      offset += 1
    }
    if offset - start > CSVScanner.longestCell { problem = problem ?? .longCell(at: start) }
    return CSVCell(start: start, end: offset, line: line)
  }

  /// Reads a cell in quotes, which may hold separators, line breaks and doubled quotes.
  private mutating func quotedCell(_ problem: inout CSVProblem?) -> CSVCell {
    let opening = offset
    let firstLine = line
    var firstLineEnd: Int?
    var isDoubled = false
    offset += 1
    while offset < bytes.count, offset - opening <= CSVScanner.longestCell || firstLineEnd == nil {
      let byte = bytes[offset]
      if byte == lineFeed {
        firstLineEnd = firstLineEnd ?? offset
        line += 1
      } else if byte == quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == quote else { break }
        isDoubled = true
        offset += 1
      }
      offset += 1
    }
    let end = offset
    if end < bytes.count, bytes[end] == quote {
      offset += 1
      if isAtCellEnd {
        if end - opening - 1 > CSVScanner.longestCell { problem = problem ?? .longCell(at: opening) }
        return CSVCell(start: opening + 1, end: end, line: firstLine, isQuoted: true, hasDoubledQuotes: isDoubled)
      }
      if firstLineEnd == nil {
        problem = problem ?? .textAfterQuote(at: offset)
        return plainCell(from: opening, &problem)
      }
    }
    // The quote was probably meant to close on its own line: go on with the next one.
    problem = problem ?? .openQuote(at: opening)
    offset = firstLineEnd ?? bytes.count
    line = firstLine
    return CSVCell(start: opening, end: offset, line: firstLine)
  }

  private var isAtCellEnd: Bool {
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    if byte == carriageReturn { return offset + 1 == bytes.count || bytes[offset + 1] == lineFeed }
    return byte == separator || byte == lineFeed
  }

  /// Steps over LF or CRLF.
  private mutating func endLine() {
    let hasCarriageReturn = offset < bytes.count && bytes[offset] == carriageReturn
    if hasCarriageReturn { offset += 1 }
    guard offset < bytes.count, bytes[offset] == lineFeed else { return }
    offset += 1
    line += 1
    if hasCarriageReturn { crlfCount += 1 } else { lfCount += 1 }
  }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
