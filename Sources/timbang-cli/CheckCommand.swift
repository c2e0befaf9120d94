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

  @OptionGroup var fixing: FixOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let workspace = Workspace(rulesFolder: common.rulesFolder)
    try fixing.run(on: rules, workspace, console)
    var all = DiagnosticLog()
    var seen: Set<String> = []
    for reference in rules {
      var loaded = workspace.check(reference)
      if let edition = loaded.edition?.edition, let other = otherName(of: edition) {
        var log = loaded.log
        log.warning(
          .baseEdition, at: nil,
          Words(
            id: "`\(edition.file)` menyebut dirinya edisi `\(edition.name)`, bukan `\(other)`",
            en: "`\(edition.file)` calls itself edition `\(edition.name)`, not `\(other)`"),
          help: Words(id: "samakan nama berkas dengan `edition:`", en: "give the file the name that `edition:` says"))
        loaded = EditionLoader.Loaded(edition: loaded.edition, log: log, sources: loaded.sources)
      }
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

  /// The edition that a file's name promises, if it is a year or a correction of one and the file says otherwise.
  private func otherName(of edition: Edition) -> String? {
    guard let name = edition.file.split(separator: "/").last, name.hasSuffix(".yaml") else { return nil }
    let promised = name.dropLast(5)
    return promised.first?.isNumber == true && promised != edition.name ? String(promised) : nil
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
