internal import ArgumentParser
internal import Timbang

/// `timbang new EDITION --from E`: the draft of next year's edition.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a new edition from an existing one. (Memulai edisi baru.)")

  @Argument(help: "The name of the new edition, such as 2026, or 2022.1 for a correction.")
  var edition: String

  @Option(name: .customLong("from"), help: "The edition that it extends, such as 2025 or kepatuhan/2025.")
  var base: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    var log = DiagnosticLog()
    let path: String?
    do {
      path = try Workspace(rulesFolder: common.rulesFolder).draft(edition, from: base, log: &log)
    } catch {
      console.say(
        Words(id: "`\(error.path)` tidak dapat ditulis: \(error.reason.id)", en: "`\(error.path)` cannot be written: \(error.reason.en)"))
      throw ExitCode(error.exitCode)
    }
    console.report(log, about: [])
    try console.stopIfWrong(log)
    guard let path else { throw ExitCode(65) }
    try console.write(
      console.style.language == .id
        ? "\(path)\nberikutnya: sunting berkas itu, lalu `timbang check \(path)`\n"
        : "\(path)\nnext: edit the file, then `timbang check \(path)`\n")
  }
}
