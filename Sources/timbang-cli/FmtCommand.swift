internal import ArgumentParser
internal import Timbang

/// `timbang fmt FILES...`: the canonical layout of rule files, with their comments.
struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Lay out rule files, keeping their comments. (Merapikan tata letak berkas aturan.)")

  @Argument(help: "Rule files, or editions such as 2022 or kepatuhan/2022; - lays out standard input.")
  var rules: [String]

  @ArgumentParser.Flag(help: "Write nothing; name the files that are laid out otherwise, and end with 1 if there are any.")
  var check = false

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = Console(speech, writesJSON: false)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    let files = rules.map { workspace.formatting(of: $0) }
    var log = DiagnosticLog()
    for file in files {
      log.append(file.log)
      // Nobody has to lay out anew what nobody may change.
      if file.isFrozen, !check, let source = file.source { workspace.reportFrozen(source, log: &log) }
    }
    console.report(log, about: files.compactMap(\.source))
    try console.stopIfWrong(log)
    if check {
      let others = files.filter { !$0.isCanonical && !$0.isFrozen }.compactMap(\.source?.name)
      try console.write(others.map { "\($0)\n" }.joined())
      if !others.isEmpty { throw ExitCode(1) }
    } else {
      for file in files { try write(file, workspace, console) }
    }
  }

  private func write(_ file: Formatting, _ workspace: Workspace, _ console: Console) throws {
    guard let source = file.source, let bytes = file.bytes else { return }
    if source.name == "-" { return try console.write(String(decoding: bytes, as: UTF8.self)) }
    guard !file.isCanonical else { return }
    do {
      try workspace.rewrite(source, as: bytes)
    } catch {
      try console.stop(error)
    }
    try console.write(console.style.language == .id ? "\(source.name): dirapikan\n" : "\(source.name): laid out\n")
  }
}
