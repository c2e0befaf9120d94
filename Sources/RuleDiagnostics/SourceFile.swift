/// The bytes of one input file and the places of its lines.
public struct SourceFile: Sendable {
  /// The file as the user named it.
  public let name: String
  /// What somebody said about how the table in it is written.
  public var form = TableForm()
  /// The encoding from which the text was brought into UTF-8; nil if the bytes are those of the file.
  public private(set) var decodedFrom: TextEncoding?
  private let content: Content
  private let lines = LineIndex()

  private enum Content {
    case read([UInt8])
    indirect case table([UInt8], Sheet, of: SourceFile)
  }

  /// Makes a file of bytes that were read.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .read(bytes)
  }

  /// This file with its text brought from another encoding into UTF-8. Offsets are those of that text.
  public func decoded(_ text: [UInt8], from encoding: TextEncoding) -> SourceFile {
    var file = SourceFile(name: name, bytes: text)
    file.form = form
    file.decodedFrom = encoding
    return file
  }

  /// Makes the text of one sheet or table of `original`, which is a workbook or a database.
  ///
  /// The text is CSV in UTF-8 with commas and LF. Numbers, `true` and `false` stand without quotes and are what the sheet holds;
  /// everything that the sheet holds as text stands in quotes. An empty cell has neither.
  public init(sheet: Sheet, of original: SourceFile, bytes: [UInt8]) {
    name = original.name
    content = .table(bytes, sheet, of: original)
  }

  /// The sheet whose text this is; nil for a file that is text itself.
  public var sheet: Sheet? {
    if case .table(_, let sheet, _) = content { sheet } else { nil }
  }

  /// Whether this is the text of a sheet or table: then what stands without quotes was a number or a truth value there.
  public var isSheet: Bool { sheet != nil }

  /// The file as it lies on the disk: the workbook of a sheet, otherwise this file.
  public var original: SourceFile {
    if case .table(_, _, let file) = content { file } else { self }
  }

  /// What the file holds. Complexity: constant.
  public var bytes: [UInt8] {
    switch content {
    case .read(let bytes), .table(let bytes, _, _): bytes
    }
  }

  /// How many bytes the file holds.
  public var size: Int {
    switch content {
    case .read(let bytes), .table(let bytes, _, _): bytes.count
    }
  }

  /// Calls `body` with what the file holds. Complexity: constant, besides `body`.
  public func withBytes<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
    switch content {
    case .read(let bytes), .table(let bytes, _, _): try body(bytes.span)
    }
  }

  /// The number of lines, counting the piece behind the last line end. Complexity: linear in the file when lines are first asked for.
  public var lineCount: Int { withBytes { lines.lineEnds(in: $0) + 1 } }

  /// Returns the place of the byte at `offset` (clamped to the file).
  ///
  /// Complexity: linear in the line's length, and in the file when a place is first asked for.
  public func position(at offset: Int) -> Position {
    withBytes { bytes in
      let offset = min(max(offset, 0), bytes.count)
      let line = lines.lineEnds(before: offset, in: bytes)
      var start = offset
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      if line == 0, hasMark(bytes) { start = min(3, offset) }
      var column = 1
      for index in start..<offset where !isContinuation(bytes[index]) { column += 1 }
      return Position(line: line + 1, column: column, offset: offset)
    }
  }

  /// Returns the range between two byte offsets.
  public func range(_ start: Int, _ end: Int) -> SourceRange {
    let first = position(at: start)
    return SourceRange(file: name, start: first, end: position(at: end), cell: sheet?.place(line: first.line, column: cell(at: first)))
  }

  /// Returns the place of a whole line (from 1): where it begins, or the row of a sheet.
  public func range(ofLine line: Int) -> SourceRange {
    SourceRange(file: name, line: line, of: sheet)
  }

  /// The number of the cell in its line, from 0: how many commas outside quotes stand before a place.
  private func cell(at place: Position) -> Int {
    withBytes { bytes in
      var offset = min(place.offset, bytes.count)
      let end = offset
      while offset > 0, bytes[offset - 1] != UInt8(ascii: "\n") { offset -= 1 }
      var commas = 0
      var isQuoted = false
      while offset < end {
        if bytes[offset] == UInt8(ascii: "\"") { isQuoted.toggle() }
        if !isQuoted, bytes[offset] == UInt8(ascii: ",") { commas += 1 }
        offset += 1
      }
      return commas
    }
  }

  /// Returns the text of line `number` (from 1) without its line end and mark, damaged bytes replaced; nil outside the file.
  public func line(_ number: Int) -> String? {
    withBytes { bytes in
      guard number >= 1, number <= lines.lineEnds(in: bytes) + 1 else { return nil }
      var start = number == 1 ? 0 : lines.offset(behind: number - 1, in: bytes)
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      if start == 0, hasMark(bytes) { start = 3 }
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      return bytes.extracting(start..<max(start, end)).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
  }
}

/// Tells whether the bytes begin with the byte-order mark of UTF-8.
private func hasMark(_ bytes: Span<UInt8>) -> Bool {
  bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
}

/// Tells whether a byte of UTF-8 continues a scalar that began before it.
private func isContinuation(_ byte: UInt8) -> Bool {
  byte & 0xC0 == 0x80
}
