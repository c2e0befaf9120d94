internal import ArgumentParser
internal import Timbang

/// `timbang certify CONTROL --rules R --data D...`: whether a run elsewhere gave the same digits.
struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Compare the control figures of an SQL engine with scores worked out here. (Mencocokkan angka kendali.)",
    discussion: "The figures are what the engine answered to `timbang sql --part control`, as CSV with a header. Exit code 1: they differ.")

  @Argument(help: "The answer to the control query, as CSV.")
  var control: String

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files; - is standard input. Several are one data set.")
  var data: [String]

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = Console(speech, writesJSON: false)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    let edition = try LoadedYear.edition(rules, workspace, console)
    var log = DiagnosticLog()
    let file = workspace.read(control, log: &log)
    let their = file.flatMap { ControlFigures($0, places: edition.edition.publishedPlaces, log: &log) }
    guard let their else {
      console.report(log, about: [])
      throw ExitCode(Console.exitCode(of: log))
    }
    let year = try LoadedYear(
      edition, data: data, options: dataOptions, others: workspace.others(than: edition.edition), refuses: false, workspace, console)
    let own = ControlFigures(year.scores)
    let isSame = own.certify(their, log: &log)
    console.report(log, about: [])
    guard isSame else { throw ExitCode(1) }
    let count = own.rows.map(\.institutions).reduce(0, +)
    let unsure = their.rows.map(\.unsure).reduce(0, +)
    let refused = own.rows.map(\.refused).reduce(0, +)
    let more = Words(
      id: (unsure > 0 ? ", \(unsure) di antaranya tidak pasti bagi mesin SQL" : "") + (refused > 0 ? "; \(refused) tanpa nilai" : ""),
      en: (unsure > 0 ? ", of which \(unsure) were not certain for the SQL engine" : "")
        + (refused > 0 ? "; \(refused) without a score" : ""))
    try console.write(
      Words(
        id: "cocok: \(count) instansi dalam \(own.rows.filter { !$0.zone.isEmpty }.count) zona\(more.id)\n",
        en: "certified: \(count) institutions in \(own.rows.filter { !$0.zone.isEmpty }.count) zones\(more.en)\n")[console.style.language])
  }
}
