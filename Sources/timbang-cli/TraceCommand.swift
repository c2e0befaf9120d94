internal import ArgumentParser
internal import Timbang

/// `timbang trace ENTITY`: why this score, down to the observed cell, with weight, share, rule and citation.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Show every step of one score, down to the cells. (Menelusuri satu nilai.)")

  @Argument(help: "The id of the institution; may be left out if the data hold only one.")
  var entity: String?

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files; - is standard input.")
  var data: [String]

  @OptionGroup var scopeOptions: ScopeOptions
  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let workspace = Workspace(rulesFolder: common.rulesFolder)
    let edition = try LoadedYear.edition(rules, workspace, console)
    let year = try LoadedYear(
      edition, data: data, options: dataOptions, corrections: scopeOptions.corrections, scope: scopeOptions.scope,
      others: workspace.others(than: edition.edition), workspace, console)
    let index = try LoadedYear.institution(entity, in: year.scores, console)
    let trace = year.scores.trace(of: index)
    switch common.format {
    case .text: try console.write(TraceText(style: console.style, scores: year.scores).text(trace))
    case .json: try console.write(JSONValue.trace(trace, of: year.scores, from: year.stamp).text)
    }
  }
}
