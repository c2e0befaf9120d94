internal import RuleDiagnostics

extension DiagnosticLog {
  /// Adds an error that is put into words only if the log still keeps findings; beyond its limit it is counted.
  ///
  /// A hostile file can hold a million faults: this keeps each of them as cheap as an addition.
  mutating func error(_ diagnostic: () -> Diagnostic) {
    if diagnostics.count < DiagnosticLog.limit {
      report(diagnostic())
    } else {
      report(beyondLimit)
    }
  }
}

/// Stands for a finding that the log will count and not keep.
private let beyondLimit = Diagnostic(.yamlSyntax, at: nil, Words(same: ""))
