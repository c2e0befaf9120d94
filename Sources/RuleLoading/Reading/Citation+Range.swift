internal import RuleDiagnostics
internal import RuleModel

extension Citation {
  /// Where the key of the source stands; nil if the citation is written otherwise than on one line, plain or in quotes.
  var rangeOfSource: SourceRange? {
    let quotes = range.end.column - range.start.column - text.unicodeScalars.count
    guard range.start.line == range.end.line, quotes == 0 || quotes == 2 else { return nil }
    let place = { (scalars: Int, bytes: Int) in
      Position(line: range.start.line, column: range.start.column + scalars, offset: range.start.offset + bytes)
    }
    let quote = quotes / 2
    return SourceRange(
      file: range.file, start: place(quote, quote), end: place(quote + source.unicodeScalars.count, quote + source.utf8.count))
  }
}
