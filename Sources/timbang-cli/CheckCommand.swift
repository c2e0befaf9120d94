internal import ArgumentParser
internal import Timbang

/// For whom findings are written.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github
}

/// `timbang check RULES...`: what is wrong with rule files, where, and what would be right.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find mistakes in rule files. (Memeriksa berkas aturan.)")

  @Argument(help: "Rule files, or editions such as 2022 or kepatuhan/2022.")
  var rules: [String]

  @Option(name: .customLong("fail-level"), help: "The least severe finding that makes the command fail: note, warning or error.")
  var failLevel: FailLevel = .error

  @Option(help: "Output: text, json, sarif (for code hosts and editors) or github (marks on the lines of a change).")
  var format: FindingFormat = .text

  @ArgumentParser.Flag(help: "Stay, and check again whenever a rule file changes. Ctrl-C ends.")
  var watch = false

  @OptionGroup var fixing: FixOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    guard watch else { return }
    if fixing.fix || fixing.diff { throw ValidationError("--watch mends nothing; run --fix on its own.") }
    if format != .text { throw ValidationError("--watch prints text only.") }
    if rules.contains("-") { throw ValidationError("--watch needs files; standard input can be read only once.") }
  }

  func run() throws {
    let console = Console(speech, writesJSON: false)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    try fixing.run(on: rules, workspace, console)
    if watch { throw ExitCode(try CheckWatch(rules, workspace, console, failLevel: failLevel.severity).run()) }
    let round = CheckRound(rules, workspace)
    let language = console.style.language
    switch format {
    case .text:
      for finding in round.findings {
        console.report(finding.log, about: finding.sources)
        if let edition = finding.edition { try console.write(summary(edition, finding.log, language)) }
      }
    case .json: try console.write(JSONValue.diagnostics(round.log).text)
    case .sarif: try console.write(JSONValue.sarif(round.log, language: language, version: TimbangCommand.configuration.version).text)
    case .github: try console.write(AnnotationText(language: language).text(round.log))
    }
    throw ExitCode(round.exitCode(failLevel.severity))
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
