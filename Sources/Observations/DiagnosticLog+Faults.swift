internal import RuleDiagnostics

extension DiagnosticLog {
  /// Adds an error at some bytes of a file. Its place and words are made only while there is room for it, so that a million faults
  /// cost no more than counting them.
  mutating func error(
    _ code: DiagnosticCode, in file: SourceFile, at bytes: Range<Int>, _ message: @autoclosure () -> Words,
    help: @autoclosure () -> Words? = nil, notes: @autoclosure () -> [Diagnostic.Note] = []
  ) {
    guard hasRoom else {
      error(code, at: nil, Words(same: ""))
      return
    }
    error(code, at: file.range(bytes.lowerBound, bytes.upperBound), message(), help: help(), notes: notes())
  }
}
