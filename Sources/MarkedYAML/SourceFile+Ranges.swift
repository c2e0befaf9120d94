internal import RuleDiagnostics

/// Ranges counted from a place that is known, so that their cost does not depend on the length of the line.
extension SourceFile {
  /// Returns the place at `offset`, walking there from `place`. Complexity: linear in the distance.
  func position(at offset: Int, from place: Position) -> Position {
    var line = place.line
    var column = place.column
    for byte in bytes[place.offset..<max(place.offset, min(offset, bytes.count))] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return Position(line: line, column: column, offset: max(place.offset, min(offset, bytes.count)))
  }

  /// Returns the range from `start` to `end`, walking.
  func range(from start: Position, to end: Int) -> SourceRange {
    SourceRange(file: name, start: start, end: position(at: end, from: start))
  }

  /// Returns the first place in `range` where `scalar` stands; its end if it is written otherwise.
  func range(of scalar: Unicode.Scalar, in range: SourceRange) -> SourceRange {
    let wanted = Array(String(scalar).utf8)
    var offset = range.start.offset
    while offset < range.end.offset, !bytes[offset...].starts(with: wanted) { offset += 1 }
    return self.range(ofScalarAt: position(at: offset, from: range.start))
  }

  /// Returns the range of the bracket, or of the empty place, where a collection begins.
  func range(ofBracketAt range: SourceRange) -> SourceRange {
    range.end > range.start ? range : SourceRange(file: name, at: range.start)
  }

  /// Returns a range without the blanks and line ends at its end; libyaml counts them to a text behind `|` or `>`.
  func withoutTrailingBlanks(_ range: SourceRange) -> SourceRange {
    var end = range.end.offset
    while end > range.start.offset, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return end == range.end.offset ? range : self.range(from: range.start, to: end)
  }

  /// Returns the range from `start` to the end of its line.
  func range(ofLineFrom start: Position) -> SourceRange {
    range(from: start, to: lineEnd(of: start.offset))
  }

  /// Returns the first word from `start` that begins with `mark`, such as an anchor or a tag.
  func range(ofWordMarked mark: UInt8, from start: Position) -> SourceRange {
    guard let word = bytes[start.offset...].firstIndex(of: mark) else { return SourceRange(file: name, at: start) }
    let end = bytes[word...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") }
    let place = position(at: word, from: start)
    return range(from: place, to: end ?? bytes.count)
  }
}
