import Foundation
import Testing
import Timbang

/// Rules and observations, what would reach a zone, and a way to score the answer again that knows nothing of how it was found.
struct TargetExample {
  /// A cell with another value; nil removes it.
  struct Cell {
    let field: String
    let rung: Int
    let entity: String
    let value: Fraction?

    /// What an answer changes, to the value that it says or another one.
    static func all(of answer: [RaisedIndicator], _ value: (RaisedCell, RaisedIndicator) -> Fraction? = { cell, _ in cell.to }) -> [Cell] {
      answer.flatMap { raised in
        raised.cells.map { Cell(field: $0.field, rung: $0.rung, entity: $0.entity, value: value($0, raised)) }
      }
    }
  }

  let rules: CheckedEdition
  let scores: ScoreTable

  /// Loads, reads and scores. `data` are rows without the header.
  init(yaml: String, data: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let loaded = EditionLoader { _, _ in nil }.load(SourceFile(name: "rules.yaml", bytes: Array(yaml.utf8)))
    #expect(loaded.log.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [], sourceLocation: sourceLocation)
    rules = try #require(loaded.edition, sourceLocation: sourceLocation)
    let header = rules.edition.rungs.map(\.id.value).joined(separator: ",") + ",field,value\n"
    var log = DiagnosticLog()
    let table = ObservationReader(ladder: rules.edition.rungs, fields: rules.edition.fields).read(
      [SourceFile(name: "data.csv", bytes: Array((header + data + "\n").utf8))], entities: [], log: &log)
    scores = rules.score(try #require(table, "\(log.diagnostics.map(\.message.en))", sourceLocation: sourceLocation), log: &log)
    #expect(!log.hasErrors, "\(log.diagnostics.map(\.message.en))", sourceLocation: sourceLocation)
  }

  /// The same from files of the repository.
  init(rules path: String, data: String) throws {
    var log = DiagnosticLog()
    let workspace = Workspace(rulesFolder: packageFolder.appending(path: "rules").path)
    rules = try #require(workspace.load(path).edition)
    let file = try #require(workspace.read(packageFolder.appending(path: data).path, log: &log))
    let reader = ObservationReader(
      ladder: rules.edition.rungs, fields: rules.edition.fields, others: workspace.others(than: rules.edition))
    scores = rules.score(try #require(reader.read([file], log: &log)), log: &log)
    #expect(!log.hasErrors)
  }

  func target(_ zone: String, of institution: Int = 0) throws -> Target {
    var log = DiagnosticLog()
    return try #require(scores.target(zone, of: institution, log: &log), "\(log.diagnostics.map(\.message.en))")
  }

  /// The total of an institution when the whole table is scored again with other cells.
  func total(of institution: Int = 0, with cells: [Cell]) -> Fraction? {
    let table = scores.observations
    var columns = table.columns
    for cell in cells {
      guard let entity = table.population.index(of: cell.entity, on: cell.rung) else { return nil }
      var values = columns[cell.field]?.values ?? table.population.rungs[cell.rung].map { _ in nil }
      values[entity] = cell.value.map { .number($0) }
      columns[cell.field] = ObservationColumn(rung: cell.rung, values: values, places: values.map { _ in nil })
    }
    var log = DiagnosticLog()
    let changed = ObservationTable(population: table.population, columns: columns, files: table.files)
    return rules.score(changed, log: &log).total(of: institution)
  }

  /// Whether a total is in the zone or above it, as the rules classify it.
  func isIn(_ target: Target, _ total: Fraction?) -> Bool {
    guard let total else { return false }
    let figure = rules.edition.zones.usesExactTotal ? total : rules.edition.reported(total)
    return figure >= target.step.from.value
  }

  /// Checks that every answer gives what it says when it is scored again, and that one step less of a floor of one indicator does not.
  ///
  /// `stepping`: not where a formula reads the same field, and finds points between two floors of the indicator.
  func confirm(
    _ target: Target, of institution: Int = 0, stepping: Bool = true, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let answers = target.single + [target.fewest, target.fewestPoints].compactMap { $0 } + target.units.compactMap(\.fewest)
    for answer in answers {
      let again = total(of: institution, with: Cell.all(of: answer.raised))
      #expect(again == answer.outcome.total && answer.outcome.reaches && isIn(target, again), comment, sourceLocation: sourceLocation)
    }
    for raised in target.single.flatMap(\.raised) where stepping {
      let less = total(of: institution, with: Cell.all(of: [raised], oneStepLess))
      #expect(!isIn(target, less), "\(raised.part) \(raised.floor)", sourceLocation: sourceLocation)
    }
  }

  /// The value one step nearer to what was recorded; what was recorded for an answer.
  private func oneStepLess(_ cell: RaisedCell, _ raised: RaisedIndicator) -> Fraction? {
    if case .answer = raised.floor { return cell.from }
    if case .items = raised.floor { return cell.from }
    let unit = rules.edition.field(cell.field)?.kind == .number ? Fraction(1, 100) : .one
    guard let from = cell.from else { return cell.to - unit }
    if (cell.to - from).magnitude <= unit { return from }
    return cell.to > from ? cell.to - unit : cell.to + unit
  }
}

extension Floor {
  /// In the fewest signs.
  var told: String {
    switch self {
    case .answer(let isYes): isYes ? "yes" : "no"
    case .atLeast(let value): ">= \(value.decimalText())"
    case .atMost(let value): "<= \(value.decimalText())"
    case .worth(let points): "worth \(points.decimalText())"
    case .items(let count, let total): "\(count) of \(total)"
    }
  }
}

extension Target.Answer {
  /// `part floor` for each indicator, and the total.
  var told: String {
    raised.map { "\($0.part) \($0.floor.told)" }.joined(separator: ", ") + " -> " + outcome.total.decimalText()
  }
}
