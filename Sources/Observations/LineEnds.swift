/// The kinds of line ends that were met.
struct LineEnds: Equatable {
  var hasLF = false
  var hasCRLF = false

  /// None yet.
  init() {}

  /// Those that a scanner met.
  init(_ scanner: CSVScanner) {
    hasLF = scanner.lfCount > 0
    hasCRLF = scanner.crlfCount > 0
  }

  /// Those of either.
  func union(_ other: LineEnds) -> LineEnds {
    var all = self
    all.hasLF = hasLF || other.hasLF
    all.hasCRLF = hasCRLF || other.hasCRLF
    return all
  }

  /// What is said of the file.
  var kind: CSVDialect.LineEnd { hasCRLF ? (hasLF ? .mixed : .crlf) : .lf }
}
