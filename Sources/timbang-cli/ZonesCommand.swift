internal import ArgumentParser
internal import Timbang

/// `timbang zones --published FILE`: published totals under several editions' lines.
struct ZonesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zones",
    abstract: "Classify published scores, and show who owes a zone to moved lines. (Menggolongkan nilai terbit.)")

  @Option(help: "A table of published scores: entity_id,entity_name,year,score,zone.")
  var published: String

  @Option(help: "The sheet of a workbook, or the table of a database, that holds the scores. (Default: the first visible sheet.)")
  var sheet: String?

  @Option(parsing: .upToNextOption, help: "The editions whose lines are compared.")
  var rules: [String]

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let workspace = Workspace(rulesFolder: common.rulesFolder)
    let editions = try LoadedYear.editions(rules, workspace, console)
    var log = DiagnosticLog()
    let file = workspace.readTable(published, SheetChoice(named: sheet, .published), log: &log)
    let scores = file.flatMap { PublishedScores($0, log: &log) }
    guard let scores, let file else {
      console.report(log, about: file.map { [$0] } ?? [])
      try console.stopIfWrong(log)
      throw ExitCode(65)
    }
    guard let zones = PublishedZones(scores, under: editions, log: &log) else {
      console.report(log, about: [file])
      throw ExitCode(65)
    }
    switch common.format {
    case .text: try console.write(ZonesText(style: console.style).text(zones))
    case .json: try console.write(JSONValue.zones(zones) { OriginStamp(rules: $0, data: [file]) }.text)
    }
    console.report(log, about: [file])
    if log.hasErrors { throw ExitCode(1) }
  }
}
