internal import RuleDiagnostics

extension DiagnosticLog {
  /// Adds an error at some bytes of a file. Its place and words are made only while there is room for it, so that a million faults
  /// cost no more than counting them.
  mutating func error(
    _ code: DiagnosticCode, in file: SourceFile, at bytes: Range<Int>, _ message: @autoclosure () -> Words,
    help: @autoclosure () -> Words? = nil, notes: @autoclosure () -> [Diagnostic.Note] = []
  ) {
    error(code, at: hasRoom ? file.range(bytes.lowerBound, bytes.upperBound) : nil, message(), help: help(), notes: notes())
  }
}
