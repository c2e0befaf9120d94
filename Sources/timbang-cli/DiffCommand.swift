internal import ArgumentParser
internal import Timbang

/// For whom differences are written.
enum DifferenceFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, json
}

/// `timbang diff A B`: what changed in the rules, by named change.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what changed in the rules between two editions. (Menunjukkan perubahan aturan.)")

  @Argument(help: "The older rule file or edition.")
  var old: String

  @Argument(help: "The newer rule file or edition.")
  var new: String

  @Option(help: "Output: text, markdown (a table for an annex) or json.")
  var format: DifferenceFormat = .text

  @ArgumentParser.Flag(help: "End with 2 if there are differences.")
  var exitCode = false

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = Console(speech, writesJSON: format == .json)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    let editions = try LoadedYear.editions([old, new], workspace, console).map(\.edition)
    let differences = RuleDifferences(old: editions[0], new: editions[1])
    switch format {
    case .text: try console.write(DifferenceText(style: console.style).text(differences))
    case .markdown: try console.write(DifferenceText(style: console.style).markdown(differences))
    case .json: try console.write(JSONValue.differences(differences) { OriginStamp(rules: $0, data: []) }.text)
    }
    if exitCode, !differences.isEmpty { throw ExitCode(2) }
  }
}
