internal import ArgumentParser
internal import Timbang

/// `timbang score --rules R --data D...`: scores, zones, provenance, what was missing.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score observations by the rules of an edition. (Menghitung nilai.)")

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files; - is standard input. Several are one data set.")
  var data: [String]

  @Option(
    name: .customLong("only-uncertain"),
    help: "Score only those whom an SQL engine could not score for certain: its answer to `timbang sql --part score`, as CSV.")
  var onlyUncertain: String?

  @OptionGroup var scopeOptions: ScopeOptions
  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let workspace = Workspace(rulesFolder: common.rulesFolder)
    let edition = try LoadedYear.edition(rules, workspace, console)
    let uncertain = try onlyUncertain.map { try LoadedYear.uncertain($0, edition, workspace, console) }
    if let uncertain, uncertain.paths.isEmpty, common.format == .text {
      try console.write(
        Words(id: "semua nilai sudah pasti\n", en: "every score is certain\n")[console.style.language])
      return
    }
    let year = try LoadedYear(
      edition, data: data, options: dataOptions, corrections: scopeOptions.corrections, scope: scopeOptions.scope, uncertain: uncertain,
      others: workspace.others(than: edition.edition), workspace, console)
    switch common.format {
    case .text: try console.write(ScoreText(style: console.style).text(year.scores))
    case .json: try console.write(JSONValue.scores(year.scores, from: year.stamp).text)
    }
  }
}
