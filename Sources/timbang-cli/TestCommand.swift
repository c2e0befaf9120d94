internal import ArgumentParser
internal import Timbang

/// `timbang test RULES...`: do the rules still give what the tests beside them say?
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests beside the rules. (Menjalankan uji di samping aturan.)",
    discussion: "Exit code 1: a test failed, coverage is below --min, or a moved number goes unnoticed.")

  @Argument(help: "Editions such as kepatuhan/2022, rule files, or test files.")
  var rules: [String]

  @ArgumentParser.Flag(help: "Show which parts, answers, levels, bands and zones no test reaches.")
  var coverage = false

  @Option(name: .customLong("min"), help: "The least coverage in percent, rounded down; below it the command fails.")
  var least: Int?

  @ArgumentParser.Flag(help: "Move each weight, band, level and zone line by one step of its last place: some test must fail.")
  var mutate = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard let least else { return }
    guard (0...100).contains(least) else { throw ValidationError("--min takes a percentage from 0 to 100") }
  }

  func run() throws {
    let console = Console(common)
    let workspace = Workspace(rulesFolder: common.rulesFolder)
    var log = DiagnosticLog()
    var reports: [TestReport] = []
    for reference in rules {
      let read = workspace.tests(reference)
      if common.format == .text { console.report(read.log, about: read.sources) }
      log.append(read.log)
      guard let tests = read.tests else { continue }
      let report = TestReport(tests, coverage: coverage || least != nil, mutate: mutate, sources: read.sources)
      reports.append(report)
      if common.format == .text { try console.write(TestText(style: console.style).text(report)) }
    }
    if common.format == .json { try console.write(JSONValue.tests(reports, findings: log) { OriginStamp(rules: $0, data: []) }.text) }
    try console.stopIfWrong(log)
    guard reports.allSatisfy({ $0.isSatisfied(coverage: least ?? 0) }) else { throw ExitCode(1) }
  }
}
