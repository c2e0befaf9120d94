public import RuleDiagnostics

/// Why results cannot be laid out in a file format.
public struct ExportProblem: Error, Sendable {
  /// What is too large for it, or what went wrong.
  public let what: Words
  /// What can be done.
  public let help: Words

  /// Reports the problem.
  public func report(log: inout DiagnosticLog) { log.error(.exportLimit, at: nil, what, help: help) }
}

extension ExportProblem {
  static func library(_ name: String, _ reason: String) -> ExportProblem {
    ExportProblem(
      what: Words(id: "\(name) gagal: \(reason)", en: "\(name) failed: \(reason)"),
      help: Words(
        id: "periksa ruang di folder sementara (`TMPDIR`, biasanya /tmp) dan memori, lalu ulangi",
        en: "look at the room in the folder for temporary files (`TMPDIR`, mostly /tmp) and at the memory, then try again"))
  }
}
