internal import RuleDiagnostics
internal import RuleModel
internal import Scoring
internal import Timbang

/// Two scored years of the synthetic nation.
struct Years {
  let oldFolder: String
  let newFolder: String
  let oldEdition: CheckedEdition
  let newEdition: CheckedEdition
  let oldTable: ObservationTable
  let newTable: ObservationTable
  let old: ScoreTable
  let new: ScoreTable
  let decider: Decider?
  /// What was observed of each unit of 2022.
  let units: [Answers]

  /// The rules lie beside the source of this program.
  static let rulesFolder = "Sources/timbang-bench/rules/bench"

  init(old oldFolder: String, new newFolder: String) throws(BenchError) {
    self.oldFolder = oldFolder
    self.newFolder = newFolder
    oldEdition = try loadEdition("\(Years.rulesFolder)/2021.yaml")
    newEdition = try loadEdition("\(Years.rulesFolder)/2022.yaml")
    oldTable = try readTable(of: oldEdition.edition, oldFolder)
    newTable = try readTable(of: newEdition.edition, newFolder)
    var log = DiagnosticLog()
    old = oldEdition.score(oldTable, log: &log)
    let new = newEdition.score(newTable, log: &log)
    self.new = new
    let decider = Decider(newEdition)
    self.decider = decider
    units =
      decider.map { decider in
        new.observations.population.rungs[1].indices.map { decider.answers(of: $0, on: 1, in: new.observations) }
      } ?? []
  }
}
