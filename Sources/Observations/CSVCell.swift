/// One cell of a row: where its text stands, without the quotes around it.
struct CSVCell {
  /// The offset of the first byte of the text.
  let start: Int
  /// The offset just behind the text.
  let end: Int
  /// The physical line on which the cell begins.
  let line: Int
  /// Whether quotes stand around it.
  var isQuoted = false
  /// Whether a quote inside is written as two.
  var hasDoubledQuotes = false

  /// Whether it says nothing.
  var isEmpty: Bool { start == end }

  /// The bytes of the cell with its quotes: what a message points at.
  var outer: Range<Int> { isQuoted ? (start - 1)..<(end + 1) : start..<end }

  /// Returns the text with each doubled quote made single.
  func text(in bytes: [UInt8]) -> [UInt8] {
    guard hasDoubledQuotes else { return Array(bytes[start..<end]) }
    var text: [UInt8] = []
    var offset = start
    while offset < end {
      text.append(bytes[offset])
      offset += bytes[offset] == UInt8(ascii: "\"") ? 2 : 1
    }
    return text
  }
}

/// The cells of one row; made once and filled again for each row.
struct CSVRow {
  /// The cells, at most one more than ``CSVScanner/mostColumns``.
  var cells: [CSVCell] = []
  /// The number of cells, also of those that were not kept.
  var count = 0
  /// The first fault of the row's quotes or line ends.
  var problem: CSVProblem?
  /// The offset just behind the row, before its line end.
  var end = 0

  /// Whether no cell says anything.
  var isBlank: Bool { cells.allSatisfy { $0.isEmpty && !$0.isQuoted } }

  /// The bytes of the whole row.
  var outer: Range<Int> { (cells.isEmpty ? end : cells[0].outer.lowerBound)..<end }
}
