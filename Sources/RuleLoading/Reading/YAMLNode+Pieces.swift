package import MarkedYAML
package import RuleDiagnostics

extension YAMLNode {
  /// The place of a piece of an expression in the rule file: exact where the scalar stands on one line without escapes, else the whole scalar.
  package func range(of piece: Range<Int>) -> SourceRange {
    guard let scalar, range.start.line == range.end.line else { return range }
    let scalars = Array(scalar.text.unicodeScalars)
    let quote = scalar.isQuoted ? 1 : 0
    guard range.end.column - range.start.column == scalars.count + 2 * quote, piece.upperBound <= scalars.count else {
      return range
    }
    let place = { (index: Int) in
      let bytes = scalars[..<index].reduce(0) { $0 + String($1).utf8.count }
      return Position(
        line: range.start.line, column: range.start.column + quote + index, offset: range.start.offset + quote + bytes)
    }
    return SourceRange(file: range.file, start: place(piece.lowerBound), end: place(max(piece.upperBound, piece.lowerBound)))
  }
}
