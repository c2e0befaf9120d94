internal import Timbang

/// One look at rule files: what was found in them.
struct CheckRound {
  /// What was found in one of them, and not already in one before.
  struct Finding {
    let edition: Edition?
    let log: DiagnosticLog
    let sources: [SourceFile]
  }

  /// One for each file, in the order asked for.
  let findings: [Finding]
  /// Everything that was found.
  let log: DiagnosticLog

  /// Reads and checks files or editions.
  init(_ references: [String], _ workspace: Workspace) {
    var all = DiagnosticLog()
    var seen: Set<String> = []
    var findings: [Finding] = []
    for reference in references {
      let loaded = workspace.check(reference)
      let edition = loaded.edition?.edition
      // An edition and the one it extends are often checked together; say what is wrong with a file once.
      var log = loaded.log
      if let misnomer = CheckRound.misnomer(edition) { log.report(misnomer) }
      log = log.keeping { seen.insert("\($0)").inserted }
      all.append(log)
      findings.append(Finding(edition: edition, log: log, sources: loaded.sources))
    }
    self.findings = findings
    log = all
  }

  /// How the command ends: 66 if a file is missing, 65 after errors, 1 if anything else matters enough, else 0.
  func exitCode(_ failLevel: Severity) -> Int32 {
    if log.hasErrors { return Console.exitCode(of: log) }
    return log.diagnostics.contains { $0.severity >= failLevel } ? 1 : 0
  }

  /// A warning if the name of an edition's file promises another edition: a year, or a correction of one.
  private static func misnomer(_ edition: Edition?) -> Diagnostic? {
    guard let edition, let name = edition.file.split(separator: "/").last, name.hasSuffix(".yaml") else { return nil }
    let promised = name.dropLast(5)
    guard promised.first?.isNumber == true, promised != edition.name else { return nil }
    return Diagnostic(
      .baseEdition, .warning, at: nil,
      Words(
        id: "`\(edition.file)` menyebut dirinya edisi `\(edition.name)`, bukan `\(promised)`",
        en: "`\(edition.file)` calls itself edition `\(edition.name)`, not `\(promised)`"),
      help: Words(id: "samakan nama berkas dengan `edition:`", en: "give the file the name that `edition:` says"))
  }
}
