public import Comparison
public import ReportPages
public import RuleDiagnostics

extension HTMLReport {
  /// Prepares a report whose policy allows its own script and nothing else.
  public init(
    _ year: ReportedYear, since comparison: (old: ReportedYear, changes: YearComparison)? = nil, languages: [Language],
    detail: Detail = .auto
  ) {
    self.init(
      year, since: comparison, languages: languages, detail: detail,
      scriptDigest: Base64.text(Digest(of: HTMLReport.script).bytes))
  }
}
