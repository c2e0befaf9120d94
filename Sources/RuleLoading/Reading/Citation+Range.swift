internal import RuleDiagnostics
internal import RuleModel

extension Citation {
  /// Where the key of the source stands; nil if the citation is written otherwise than on one line, plain or in quotes.
  var rangeOfSource: SourceRange? { range(ofFirst: source) }

  /// Where all of it stands, without quotes; nil as of ``rangeOfSource``.
  var rangeOfText: SourceRange? { range(ofFirst: text) }

  /// Whether it begins with a quote that word processors make, which YAML takes for a letter.
  var beginsWithForeignQuote: Bool { text.unicodeScalars.first.map(isForeignQuote) ?? false }

  /// What stands between two such quotes, of which there are no more; nil if it does not stand between two.
  var insideForeignQuotes: String? {
    let scalars = text.unicodeScalars
    guard scalars.count > 2, let last = scalars.last, beginsWithForeignQuote, isForeignQuote(last) else { return nil }
    let inside = scalars.dropFirst().dropLast()
    return inside.contains(where: isForeignQuote) ? nil : String(inside)
  }

  private func isForeignQuote(_ scalar: Unicode.Scalar) -> Bool { (0x2018...0x201F).contains(scalar.value) }

  private func range(ofFirst beginning: String) -> SourceRange? {
    let quotes = range.end.column - range.start.column - text.unicodeScalars.count
    guard range.start.line == range.end.line, quotes == 0 || quotes == 2 else { return nil }
    let place = { (scalars: Int, bytes: Int) in
      Position(line: range.start.line, column: range.start.column + scalars, offset: range.start.offset + bytes)
    }
    let quote = quotes / 2
    return SourceRange(
      file: range.file, start: place(quote, quote), end: place(quote + beginning.unicodeScalars.count, quote + beginning.utf8.count))
  }
}
