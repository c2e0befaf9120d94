public import Comparison
internal import Observations
public import Reporting
internal import RuleDiagnostics
public import RuleModel
public import Scoring

/// The results of one year, or of two years and the way between them, as tables. Writers only lay them out.
public struct ResultTables: Sendable {
  /// One edition over one data set.
  public struct Run: Sendable {
    /// Its number, from 1.
    public let number: Int
    /// The scores.
    public let scores: ScoreTable
    /// What they were made from.
    public let stamp: OriginStamp
    /// The rules that were applied.
    public var edition: Edition { scores.edition }
  }

  /// Why the scores of two runs differ.
  public struct Changes: Sendable {
    /// The path by which changes were split.
    public let path: ExplanationPath
    /// What became of each institution of either year.
    public let results: [YearComparison.Result]

    /// Gathers explanations.
    public init(along path: ExplanationPath, _ results: [YearComparison.Result]) {
      self.path = path
      self.results = results
    }

    var explained: [ScoreChange] {
      results.compactMap { result in
        guard case .explained(let change) = result else { return nil }
        return change
      }
    }
  }

  /// The years; with changes, the earlier one first.
  public let runs: [Run]
  /// The way from the first run to the second, if there are two.
  public let changes: Changes?
  /// The tables that have anything to say, in the order in which people read them.
  public private(set) var tables: [ResultTable] = []

  /// Makes the tables. `rungs` says how many rungs of the ladder the table of parts shows, from the top.
  public init(_ years: [(scores: ScoreTable, stamp: OriginStamp)], changes: Changes? = nil, rungs: Int) {
    runs = years.enumerated().map { Run(number: $0.offset + 1, scores: $0.element.scores, stamp: $0.element.stamp) }
    self.changes = changes
    tables = [scoreTable]
    if let changes { tables += [changeTable(changes), stepTable(changes), lineTable(changes)] }
    if runs.contains(where: { $0.edition.rungs.count > 1 }) { tables.append(unitTable) }
    tables.append(partTable(rungs: rungs))
    if runs.contains(where: { !$0.edition.flags.isEmpty }) { tables.append(flagTable) }
    tables.append(missingTable)
    if runs.contains(where: { !$0.scores.notSurveyed.isEmpty }) { tables.append(notSurveyedTable) }
    if let changes { tables.append(assumptionTable(changes)) }
    tables.append(metadataTable)
  }

  /// The name of the edition of a run.
  func editionName(of run: Int) -> String { runs[run - 1].edition.name }

  /// A table whose blocks are the institutions of all runs.
  func table(
    _ id: String, _ title: Words, _ columns: [ResultColumn], rows: @escaping @Sendable (Run, Int) -> [[ResultCell]]
  ) -> ResultTable {
    let places = runs.flatMap { run in run.scores.observations.population.rungs[0].indices.map { (run, $0) } }
    return ResultTable(id, title, columns, blocks: places.count) { rows(places[$0].0, places[$0].1) }
  }
}
