package import Expressions
package import MarkedYAML
package import RuleDiagnostics

extension YAMLNode {
  /// The place of a piece of an expression in the rule file: exact where the scalar stands on one line without escapes, else the whole scalar.
  package func range(of piece: Range<Int>) -> SourceRange {
    exactRange(of: piece) ?? range
  }

  /// What to write instead of a piece of an expression, if that is certain. A text without quotes cannot begin with an operator.
  package func fix(for problem: ExpressionProblem) -> Fix? {
    guard let text = problem.replacement, let range = exactRange(of: problem.range) else { return nil }
    let isSafe = scalar?.isQuoted == true || problem.range.lowerBound > 0 || text.first?.isLetter == true
    return isSafe ? Fix(writing: text, at: range) : nil
  }

  private func exactRange(of piece: Range<Int>) -> SourceRange? {
    guard let scalar, range.start.line == range.end.line else { return nil }
    let scalars = Array(scalar.text.unicodeScalars)
    let quote = scalar.isQuoted ? 1 : 0
    guard range.end.column - range.start.column == scalars.count + 2 * quote, piece.upperBound <= scalars.count else {
      return nil
    }
    let place = { (index: Int) in
      let bytes = scalars[..<index].reduce(0) { $0 + String($1).utf8.count }
      return Position(
        line: range.start.line, column: range.start.column + quote + index, offset: range.start.offset + quote + bytes)
    }
    return SourceRange(file: range.file, start: place(piece.lowerBound), end: place(max(piece.upperBound, piece.lowerBound)))
  }
}
