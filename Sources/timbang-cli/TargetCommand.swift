internal import ArgumentParser
internal import Timbang

/// `timbang target ENTITY --zone Z`: what would reach the zone.
struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target", abstract: "Show what would bring an institution into a zone. (Menunjukkan apa yang perlu untuk mencapai zona.)")

  @Argument(help: "The id of the institution; may be left out if the data hold only one.")
  var entity: String?

  @Option(help: "A colour such as hijau, or a step such as b.")
  var zone: String

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files; - is standard input.")
  var data: [String]

  @ArgumentParser.Flag(help: "Also show at which weight of each part the institution would cross the line.")
  var weights = false

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let workspace = Workspace(rulesFolder: common.rulesFolder)
    let edition = try LoadedYear.edition(rules, workspace, console)
    let year = try LoadedYear(
      edition, data: data, options: dataOptions, others: workspace.others(than: edition.edition), workspace, console)
    let index = try LoadedYear.institution(entity, in: year.scores, console)
    var log = DiagnosticLog()
    let target = year.scores.target(zone, of: index, log: &log)
    console.report(log, about: [])
    guard let target else { throw ExitCode(65) }
    let breakEven = weights ? target.breakEven(in: year.scores, of: index) : nil
    switch common.format {
    case .text: try console.write(TargetText(target, style: console.style).text(breakEven: breakEven))
    case .json: try console.write(JSONValue.target(target, breakEven: breakEven, of: year.scores, from: year.stamp).text)
    }
  }
}
