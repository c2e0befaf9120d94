public import Observations
internal import RuleDiagnostics
internal import RuleLoading
public import RuleModel
public import Scoring

/// A random year after it was loaded, read and scored.
public struct ScoredYear {
  /// Why there is none.
  public struct Refusal: Error, CustomStringConvertible {
    /// What was said of the rules or the data.
    public let description: String
  }

  /// The year as text.
  public let year: RandomYear
  /// Its rules.
  public let checked: CheckedEdition
  /// Its scores.
  public let scores: ScoreTable
  /// The observations of the year before.
  public let earlier: ObservationTable

  /// Loads, reads and scores; random years are made to be accepted.
  public init(_ year: RandomYear) throws(Refusal) {
    self.year = year
    let loaded = EditionLoader { _, _ in nil }.load(SourceFile(name: "rules.yaml", bytes: Array(year.rules.utf8)))
    guard let checked = loaded.edition else { throw Refusal(description: ScoredYear.errors(of: loaded.log)) }
    self.checked = checked
    earlier = try ScoredYear.table("earlier.csv", year.earlier, year, checked.edition)
    let table = try ScoredYear.table("observations.csv", year.observations, year, checked.edition)
    var log = DiagnosticLog()
    scores = checked.score(table, carrying: ["0": earlier], log: &log)
  }

  private static func table(_ name: String, _ rows: String, _ year: RandomYear, _ edition: Edition) throws(Refusal) -> ObservationTable {
    let header = edition.rungs.map(\.id.value).joined(separator: ",") + ",field,value\n"
    let directory = [SourceFile(name: "entities.csv", bytes: Array(("id,parent,kind,name\n" + year.entities).utf8))]
    var log = DiagnosticLog()
    let reader = ObservationReader(ladder: edition.rungs, fields: edition.fields)
    let table = reader.read([SourceFile(name: name, bytes: Array((header + rows).utf8))], entities: directory, log: &log)
    guard let table else { throw Refusal(description: errors(of: log)) }
    return table
  }

  private static func errors(of log: DiagnosticLog) -> String {
    log.diagnostics.filter { $0.severity == .error }.map(\.message.en).joined(separator: "\n")
  }
}
