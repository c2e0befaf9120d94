internal import ArgumentParser
internal import Timbang

/// `timbang check RULES...`: what is wrong with rule files, where, and what would be right.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find mistakes in rule files. (Memeriksa berkas aturan.)")

  @Argument(help: "Rule files, or editions such as 2022 or kepatuhan/2022.")
  var rules: [String]

  @Option(name: .customLong("fail-level"), help: "The least severe finding that makes the command fail: note, warning or error.")
  var failLevel: FailLevel = .error

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let workspace = Workspace(rulesFolder: common.rulesFolder)
    var all = DiagnosticLog()
    var seen: Set<String> = []
    for reference in rules {
      let loaded = workspace.load(reference)
      // An edition and the one it extends are often checked together; say what is wrong with a file once.
      var log = DiagnosticLog()
      for diagnostic in loaded.log.diagnostics where seen.insert("\(diagnostic)").inserted { log.report(diagnostic) }
      all.append(log)
      guard common.format == .text else { continue }
      console.report(log, about: loaded.sources)
      if let edition = loaded.edition?.edition { try console.write(summary(edition, log, console.style.language)) }
    }
    if common.format == .json { try console.write(JSONValue.diagnostics(all).text) }
    try console.stopIfWrong(all)
    if all.diagnostics.contains(where: { $0.severity >= failLevel.severity }) { throw ExitCode(1) }
  }

  private func summary(_ edition: Edition, _ log: DiagnosticLog, _ language: Language) -> String {
    let parts = edition.score.subtree.count { $0.children.isEmpty }
    let warnings = log.diagnostics.count { $0.severity == .warning }
    let name = "\(edition.file): \(edition.family) \(edition.name)"
    return language == .id
      ? "\(name): sah, \(parts) indikator, \(edition.fields.count) bidang, peringatan: \(warnings)\n"
      : "\(name): valid, \(parts) indicators, \(edition.fields.count) fields, warnings: \(warnings)\n"
  }
}

/// The severities as an option.
enum FailLevel: String, ExpressibleByArgument, CaseIterable {
  case note, warning, error

  var severity: Severity {
    switch self {
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}
