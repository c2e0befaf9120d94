internal import ArgumentParser
internal import Timbang

/// `timbang impact --from A --to B --data D...`: who changes zone under other rules.
struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Show what a draft does to everybody: the same data under two editions. (Menunjukkan dampak aturan baru.)")

  /// For whom the output is; rows only for csv.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  @Option(help: "The rules with which the data were made: a rule file, or an edition such as 2022.")
  var from: String

  @Option(help: "The other rules, such as next year's draft.")
  var to: String

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files; - is standard input.")
  var data: [String]

  @Option(help: "How far from a zone line is near it, in points.")
  var near = "0.5"

  @Option(help: "How many institutions are listed under each title.")
  var top = 10

  @Option(
    help: "What becomes of indicators that nobody measured and that insist on it: rules (the data are refused), skip (left out) or zero.")
  var unmeasured: UnmeasuredChoice = .rules

  @Option(help: "Output: text, json, csv (a row for each institution) or markdown.")
  var format: Format = .text

  @ArgumentParser.Flag(help: "End with 2 if anybody changes zone.")
  var exitCode = false

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if top < 0 { throw ValidationError("--top counts institutions, from 0") }
    guard let distance = Fraction(decimal: near), distance.signum >= 0 else {
      throw ValidationError("--near takes a decimal number of points such as 0.5")
    }
  }

  func run() throws {
    let console = Console(speech, writesJSON: format == .json)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    let editions = try LoadedYear.editions([from, to], workspace, console)
    let (old, new) = (editions[0], editions[1])
    let siblings = workspace.others(than: old.edition)
    let year = try LoadedYear(
      old, data: data, options: dataOptions, others: { [Instrument(new.edition)] + siblings() }, workspace, console)
    var log = DiagnosticLog()
    let rescored = year.scores.rescored(by: new, unmeasured: unmeasured, log: &log)
    console.report(log, about: [old, new].compactMap { workspace.read($0.edition.file, log: &log) })
    guard let rescored else { throw ExitCode(Console.exitCode(of: log)) }
    let impact = Impact(from: year.scores, to: rescored.scores)
    try console.write(text(impact, rescored, workspace, year, console))
    if exitCode, impact.summary.moved > 0 { throw ExitCode(2) }
  }

  private func text(
    _ impact: Impact, _ rescored: Rescored, _ workspace: Workspace, _ year: LoadedYear, _ console: Console
  ) -> String {
    guard format != .csv else { return ImpactCSV(impact).text }
    let distance = Fraction(decimal: near) ?? .zero
    let effects = workspace.trial(of: rescored.scores.edition).flatMap { impact.effects(of: $0, unmeasured: unmeasured) }
    let writer = ImpactText(impact, longest: top, style: console.style)
    switch format {
    case .json:
      return JSONValue.impact(impact, near: distance, effects: effects, unmeasured: rescored.unmeasured) { year.stamp(of: $0) }.text
    case .markdown: return writer.markdown(near: distance, effects: effects, unmeasured: rescored.unmeasured)
    case .text, .csv: return writer.text(near: distance, effects: effects, unmeasured: rescored.unmeasured)
    }
  }
}
