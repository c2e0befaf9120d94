import Comparison
import Observations
import RuleDiagnostics
import RuleModel
import Scoring
import TimbangSQL

/// Two years, explained by the engine and by what the compiler wrote.
struct WarehouseChange {
  let old: CheckedEdition
  let new: CheckedEdition
  let scores: (old: ScoreTable, new: ScoreTable)
  let settings: SQLSettings
  let rows: (old: [[String?]], new: [[String?]])
  let entityRows: [[String]]
  /// Whether an institution without explanation has one here, because worlds that no amount of the observed path needs have no score.
  static let onlyHere = "no-intermediate-score"

  /// The text; throws why there is none.
  func text() throws -> String {
    var log = DiagnosticLog()
    guard let text = new.explanationSQL(since: old, settings, log: &log) else {
      throw WarehouseYear.Trouble(description: log.diagnostics.map { "\($0.code.rawValue) \($0.message.en)" }.joined(separator: "\n"))
    }
    return text
  }

  /// What SQLite answers.
  func answer() throws -> [[String?]] {
    let engine = try Engine()
    try engine.rows(new.tablesSQL(sinceEarlierYear: settings))
    try engine.insert(rows.old, into: settings.earlierObservations, lastIsNumber: true)
    try engine.insert(rows.new, into: settings.observations, lastIsNumber: true)
    try engine.insert(entityRows, into: settings.entities, lastIsNumber: false)
    return try engine.rows(text())
  }

  /// What the engine answers to `explain --all`, in the same shape.
  var expected: [[String?]] {
    var log = DiagnosticLog()
    guard let comparison = YearComparison(from: scores.old, to: scores.new, log: &log) else { return [] }
    var rows: [[String?]] = []
    comparison.explain(comparison.everyone, along: .observed, depth: 0) { (result: YearComparison.Result) in
      switch result {
      case .notExplained(let entity, let reason): rows.append([entity.path] + Array(repeating: nil, count: 12) + [reason.rawValue])
      case .explained(let change): rows.append(WarehouseChange.row(change))
      }
    }
    return rows
  }

  private static func row(_ change: ScoreChange) -> [String?] {
    let whole = { (number: Fraction, places: Int) in
      (number * Fraction(Int(Fraction.powersOfTen[places]))).rounded(places: 0, mode: .halfUp).exactText
    }
    let blocks = ["performance", "scope", "method"].map { id in change.blocks.first { $0.id == id } }
    let worlds = [change.from.total] + change.worlds.map(\.total) + [change.to.total]
    return [change.entity] + worlds.map { whole($0, 6) } + blocks.map { whole($0?.amount ?? .zero, 6) }
      + [whole(change.reportedChange, change.places)] + blocks.map { whole($0?.printed ?? .zero, change.places) }
      + [whole(change.finalRounding.printed, change.places), nil]
  }
}

extension Engine {
  /// Puts rows into a table.
  func insert(_ rows: [[String?]], into table: String, lastIsNumber: Bool) throws {
    guard !rows.isEmpty else { return }
    let lines = rows.map { row in
      let cells = row.enumerated().map { number, cell in
        cell.map { lastIsNumber && number == row.count - 1 ? $0 : "'\($0)'" } ?? "NULL"
      }
      return "(" + cells.joined(separator: ", ") + ")"
    }
    try self.rows("INSERT INTO \(table) VALUES \(lines.joined(separator: ",\n"))")
  }
}
