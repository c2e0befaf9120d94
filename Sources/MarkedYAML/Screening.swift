internal import RuleDiagnostics

/// Looks for everything that can be refused from the bytes alone, before libyaml sees them, and reports all of it.
///
/// Behind this screen the bytes are UTF-8, lines end with LF or CRLF only, and nothing in them is hidden from a reader's eye.
func screen(_ source: SourceFile, log: inout DiagnosticLog) {
  if let encoding = foreignEncoding(of: source.bytes) {
    report(encoding, of: source, log: &log)
    return
  }
  reportInvalidUTF8(in: source, log: &log)
  reportHiddenCharacters(in: source, log: &log)
  reportLineStarts(in: source, log: &log)
}

extension SourceFile {
  /// Offset of the first byte behind the UTF-8 mark, if there is one.
  var contentStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Offset of the first byte of the line in which `offset` stands. Complexity: linear in the line's length.
  func lineStart(of offset: Int) -> Int {
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return start == 0 ? min(contentStart, offset) : start
  }

  /// Offset of the line end behind `offset`, or of the end of the file. Complexity: linear in the line's length.
  func lineEnd(of offset: Int) -> Int {
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return end > offset && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  /// The text between two offsets, shortened to be quoted in a message.
  func excerpt(_ start: Int, _ end: Int) -> String {
    MarkedYAML.excerpt(of: String(decoding: bytes[start..<min(max(start, end), start + 400)], as: UTF8.self))
  }

  /// The range of the single scalar at a place.
  func range(ofScalarAt place: Position) -> SourceRange {
    guard place.offset < bytes.count else { return SourceRange(file: name, at: place) }
    let end = place.offset + utf8Length(lead: bytes[place.offset])
    return SourceRange(file: name, start: place, end: Position(line: place.line, column: place.column + 1, offset: end))
  }
}
