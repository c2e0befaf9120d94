internal import ArgumentParser
internal import Timbang

/// `timbang explain ENTITY --from .. --to ..`: why the score changed.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Split the change of a score into its causes. (Menjelaskan perubahan nilai.)")

  @Argument(help: "The id of the institution; may be left out if the data hold only one.")
  var entity: String?

  @Option(help: "The earlier year as RULES=DATA; repeat it for several data files of one edition.")
  var from: [String]

  @Option(help: "The later year as RULES=DATA; repeat it for several data files of one edition.")
  var to: [String]

  @Option(help: "observed: performance, then scope, then method. symmetric: the average over all orders.")
  var path: ExplanationPath = .observed

  @Option(help: "How many levels of lines are shown below each block. (Default: 2 as text, all as json.)")
  var depth: Int?

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let workspace = Workspace(rulesFolder: common.rulesFolder)
    let (oldRules, oldData) = try pair(from, "--from")
    let (newRules, newData) = try pair(to, "--to")
    let oldEdition = try LoadedYear.edition(oldRules, workspace, console)
    let newEdition = try LoadedYear.edition(newRules, workspace, console)
    let old = try LoadedYear(
      oldEdition, data: oldData, options: dataOptions, otherFields: newEdition.edition.fields, workspace, console)
    let new = try LoadedYear(
      newEdition, data: newData, options: dataOptions, otherFields: oldEdition.edition.fields,
      earlier: [oldEdition.edition.name: old.scores.observations], workspace, console)
    let index = try LoadedYear.institution(entity, in: new.scores, console)
    let institution = new.scores.observations.population.rungs[0][index].path

    let levels = max(0, depth ?? (common.format == .text ? 2 : .max))
    var log = DiagnosticLog()
    let comparison = YearComparison(from: old.scores, to: new.scores, log: &log)
    let change = comparison?.explain(institution, along: path, depth: common.format == .text ? max(2, levels) : levels, log: &log)
    console.report(log, about: [])
    try console.stopIfWrong(log)
    guard let change else { throw ExitCode(65) }
    switch common.format {
    case .text:
      let commands = reproduction(of: change, old, new, rules: oldRules, data: newData)
      try console.write(ExplanationText(change, style: console.style, commands: commands).text(depth: levels))
    case .json: try console.write(JSONValue.explanation(change, from: old.stamp, to: new.stamp).text)
    }
  }

  /// Splits `RULES=DATA` pairs of one edition.
  private func pair(_ options: [String], _ name: String) throws -> (rules: String, data: [String]) {
    let pieces = options.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    guard let rules = pieces.first?.first, pieces.allSatisfy({ $0.count == 2 && $0[0] == rules }) else {
      throw ValidationError("\(name) takes RULES=DATA, such as 2021=data/2021.csv, with the same rules each time")
    }
    return (rules, pieces.map { $0[1] })
  }

  /// The command that prints v(P+S), offered only if scoring the same files really gives it.
  private func reproduction(of change: ScoreChange, _ old: LoadedYear, _ new: LoadedYear, rules: String, data: [String]) -> [String: String]
  {
    var log = DiagnosticLog()
    let scores = old.edition.score(new.scores.observations, log: &log)
    guard let index = scores.observations.population.index(of: change.entity, on: 0), let total = scores.total(of: index),
      total == change.worlds.last?.total
    else { return [:] }
    var words = ["timbang", "score", "--rules", rules, "--data"] + data
    if !dataOptions.entities.isEmpty { words += ["--entities"] + dataOptions.entities }
    if common.rulesFolder != "rules" { words += ["--rules-dir", common.rulesFolder] }
    return ["P+S": words.map(shellQuoted).joined(separator: " ")]
  }
}

/// A word as a shell reads it back.
private func shellQuoted(_ word: String) -> String {
  let isPlain = word.utf8.allSatisfy { byte in
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "-_./=:,+@%".utf8.contains(byte)
  }
  return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
}
