public import RuleDiagnostics

/// Why results could not be laid out in a file format.
public struct ExportProblem: Error, Sendable {
  /// Whose fault it is.
  public enum Kind: Sendable {
    /// The results are larger than the format allows.
    case limit
    /// A library could not do its work: memory or disk ran out.
    case library
  }

  /// Whose fault it is.
  public let kind: Kind
  /// What is too large, or what went wrong.
  public let what: Words
  /// What can be done.
  public let help: Words

  /// A limit of a format.
  init(what: Words, help: Words) {
    self.init(.limit, what, help)
  }

  private init(_ kind: Kind, _ what: Words, _ help: Words) {
    self.kind = kind
    self.what = what
    self.help = help
  }

  static func library(_ name: String, _ reason: String) -> ExportProblem {
    ExportProblem(
      .library, Words(id: "\(name) gagal: \(reason)", en: "\(name) failed: \(reason)"),
      Words(
        id: "periksa ruang di folder sementara (`TMPDIR`, biasanya /tmp) dan memori, lalu ulangi; tidak ada yang ditulis",
        en:
          "look at the room in the folder for temporary files (`TMPDIR`, mostly /tmp) and at the memory, then try again; nothing was written"
      ))
  }

  /// Reports a limit.
  public func report(log: inout DiagnosticLog) { log.error(.exportLimit, at: nil, what, help: help) }
}
