public import Comparison
public import ReportPages
public import RuleDiagnostics

extension HTMLReport {
  /// Prepares a report whose policy allows its own script and nothing else.
  public init(
    _ year: ReportedYear, since comparison: (old: ReportedYear, changes: YearComparison)? = nil, languages: [Language],
    detail: Detail = .auto, tool: String
  ) {
    self.init(
      year, since: comparison, languages: languages, detail: detail, tool: tool,
      scriptDigest: Base64.text(Digest(of: HTMLReport.script).bytes))
  }
}

/// Writes a report whole or not at all: who reads meanwhile finds the old file or the new one.
public func writeReport(_ text: String, to path: String) throws(FileWritingError) {
  try writeFile(path, Array(text.utf8))
}
