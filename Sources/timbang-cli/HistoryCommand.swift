internal import ArgumentParser
internal import Timbang

/// For whom a history is written.
enum HistoryFormat: String, ExpressibleByArgument, CaseIterable {
  case markdown
}

/// `timbang history FAMILY`: how the rules became what they are, edition by edition.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Write the history of a method, edition by edition, as one page. (Menulis riwayat metode dalam satu halaman.)",
    discussion: "Without --lang the page is in both languages, one after the other.")

  @Argument(help: "The family, such as kepatuhan, or a folder of rule files.")
  var family: String

  @Option(help: "Output: markdown.")
  var format: HistoryFormat = .markdown

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = Console(speech, writesJSON: false)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    var log = DiagnosticLog()
    let found = workspace.editions(of: family, log: &log)
    console.report(log, about: [])
    try console.stopIfWrong(log)
    for loaded in found {
      // Warnings about rules are for `check`.
      console.report(loaded.log.hasErrors ? loaded.log : loaded.log.only(.outsideRegister), about: loaded.sources)
      try console.stopIfWrong(loaded.log)
    }
    let page = HistoryPage(of: found.compactMap { $0.edition?.edition })
    try console.write(page.markdown(in: speech.lang.map { [$0] } ?? Language.allCases))
  }
}
