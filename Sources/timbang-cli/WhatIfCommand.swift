internal import ArgumentParser
internal import Timbang

/// `timbang whatif --set part.weight=25`: everybody again, with one thing otherwise.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Score everybody again with single values of the rules or the data set otherwise. (Mengandaikan angka lain.)",
    discussion: """
      --set input.weight=25 sets a weight, zones.hijau=80 where a colour begins, k01.missing=skip a policy, k01.linear.best=5 a number of a \
      scale. What a rule file may not say is refused. --set-obs kota-contoh/dinsos/k01=3 sets an observation.
      """)

  /// For whom the output is; rows only for csv.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files; - is standard input.")
  var data: [String]

  @Option(help: "A value of the rules as PART.KEY=VALUE or zones.ZONE=LINE; may be repeated.")
  var set: [String] = []

  @Option(help: "An observation as ENTITY/FIELD=VALUE, with the units below an institution behind a /; may be repeated.")
  var setObs: [String] = []

  @ArgumentParser.Flag(help: "Scale the weights beside one that is set, so that they keep their sum.")
  var rescale = false

  @Option(help: "How many institutions are listed under each title.")
  var top = 10

  @Option(help: "Output: text, json, or csv (a row for each institution).")
  var format: Format = .text

  @ArgumentParser.Flag(help: "End with 2 if anybody changes zone.")
  var exitCode = false

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if set.isEmpty, setObs.isEmpty { throw ValidationError("name what is to be otherwise with --set or --set-obs") }
    if rescale, set.isEmpty { throw ValidationError("--rescale scales the weights beside one that is --set") }
    if top < 0 { throw ValidationError("--top counts institutions, from 0") }
  }

  func run() throws {
    let console = Console(speech, writesJSON: format == .json)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    let known = try LoadedYear.edition(rules, workspace, console)
    let year = try LoadedYear(
      known, data: data, options: dataOptions, others: workspace.others(than: known.edition), workspace, console)
    let other = try set.isEmpty ? known : edition(known, workspace, console)
    var log = DiagnosticLog()
    let values = SetObservation.values(setObs, of: known.edition, in: year.scores.observations, log: &log)
    let arguments = SetObservation.source(setObs)
    let rescored = log.hasErrors ? nil : year.scores.rescored(by: other, with: values, log: &log)
    console.report(log, about: [arguments])
    guard let rescored else { throw ExitCode(Console.exitCode(of: log)) }
    let impact = Impact(from: year.scores, to: rescored.scores)
    let cells = values.map { year.scores.observations.replacements(by: $0) } ?? []
    let differences = RuleDifferences(old: known.edition, new: other.edition)
    switch format {
    case .text: try console.write(ImpactText(impact, longest: top, style: console.style).text(setting: differences, cells))
    case .csv: try console.write(ImpactCSV(impact).text)
    case .json: try console.write(JSONValue.whatIf(impact, setting: differences, cells) { year.stamp(of: $0) }.text)
    }
    if exitCode, impact.summary.moved > 0 { throw ExitCode(2) }
  }

  /// The rules with the values that are set, or ends the command after saying what is wrong with them.
  private func edition(_ known: CheckedEdition, _ workspace: Workspace, _ console: Console) throws -> CheckedEdition {
    var log = DiagnosticLog()
    guard let settings = RuleSettings(set, log: &log) else {
      let lines = SourceFile(name: "--set", bytes: Array(set.joined(separator: "\n").utf8))
      console.report(log, about: [lines])
      throw ExitCode(65)
    }
    let loaded = workspace.load(known.edition, with: settings, rescaling: rescale)
    console.report(loaded.log, about: loaded.sources)
    try console.stopIfWrong(loaded.log)
    guard let edition = loaded.edition else { throw ExitCode(65) }
    return edition
  }
}
