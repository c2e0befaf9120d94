internal import ArgumentParser
internal import Glibc
internal import Timbang

/// `timbang sensitivity --draws N --seed S`: how far scores, zones and ranks depend on the weights.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Show how far zones and ranks depend on the weights. (Menunjukkan seberapa kokoh zona dan peringkat.)",
    discussion:
      "Weights are drawn evenly within --spread percent of those of the rules; every draw is scored exactly. The same --seed gives "
      + "the same result on every machine.")

  /// For whom the output is; rows only for csv.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  /// Which parts are left out one by one.
  enum LeftOutParts: String, ExpressibleByArgument, CaseIterable {
    case dimensions, indicators
  }

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files; - is standard input.")
  var data: [String]

  @Option(help: "How many times weights are drawn.")
  var draws = 10_000

  @Option(help: "From which number the draws are made.")
  var seed: UInt64 = 1

  @Option(help: "How far a weight may go to either side, in percent of it.")
  var spread = "20"

  @Option(help: "Which weights are drawn: dimensions (the parts right below the total) or all.")
  var weights: DrawnWeights = .dimensions

  @Option(help: "Which parts are left out one by one: dimensions or indicators.")
  var leaveOut: LeftOutParts = .dimensions

  @Option(help: "How many threads work; the result is the same for any number. (Default: one for each processor.)")
  var threads: Int?

  @Option(help: "How many institutions are listed.")
  var top = 10

  @Option(help: "Output: text, json, or csv (a row for each institution).")
  var format: Format = .text

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if noise == nil { throw ValidationError("--spread takes percent above 0 and below 100, such as 20 or 12.5; --draws counts from 1") }
    if draws > 1_000_000 { throw ValidationError("--draws goes up to 1000000") }
    if let threads, threads < 1 { throw ValidationError("--threads counts from 1") }
    if top < 0 { throw ValidationError("--top counts institutions, from 0") }
  }

  private var noise: WeightNoise? {
    Fraction(decimal: spread).flatMap { WeightNoise(spread: $0, draws: draws, seed: seed) }
  }

  func run() throws {
    let console = Console(speech, writesJSON: format == .json)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    guard let noise else { throw ExitCode(64) }
    let edition = try LoadedYear.edition(rules, workspace, console)
    let year = try LoadedYear(
      edition, data: data, options: dataOptions, others: workspace.others(than: edition.edition), workspace, console)
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let sensitivity = year.scores.sensitivity(weights, noise: noise, threads: min(threads ?? processors, 64))
    guard format != .csv else { return try console.write(SensitivityCSV(sensitivity).text) }
    let effects = year.scores.weightEffects(weights, spread: noise.spread)
    let leftOut = year.scores.leavingOut(leaveOut == .dimensions ? .dimensions : .all)
    switch format {
    case .json: try console.write(JSONValue.sensitivity(sensitivity, effects: effects, leftOut: leftOut, from: year.stamp).text)
    case .text, .csv:
      try console.write(SensitivityText(sensitivity, longest: top, style: console.style).text(effects, leftOut: leftOut))
    }
  }
}
