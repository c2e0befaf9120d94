internal import ArgumentParser
internal import Timbang

/// `timbang resolve RULES`: the whole edition with all changes carried out, in canonical form.
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Print the whole edition with its changes carried out. (Menulis edisi secara utuh.)")

  @Argument(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String

  @ArgumentParser.Flag(help: "Only what can move a score or a zone.")
  var scoring = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let edition = try LoadedYear.edition(rules, Workspace(rulesFolder: common.rulesFolder), console)
    let text = EditionText(edition.edition, extent: scoring ? .scoring : .document).text()
    switch common.format {
    case .text: try console.write(text)
    case .json: try console.write(JSONValue.object([("format", .string("timbang.resolve/1.0")), ("text", .string(text))]).text)
    }
  }
}
