internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension RuleCoverage {
  /// Notes everything that the scores of a test go through.
  mutating func reach(_ scores: ScoreTable) {
    let population = scores.observations.population
    let hasScore = population.rungs[0].indices.map { scores.total(of: $0) != nil }
    for institution in population.rungs[0].indices {
      if let step = scores.total(of: institution).flatMap({ scores.edition.zone(of: $0) }) { reach(.zone(step.id.value)) }
    }
    for found in scores.notApplicable where hasScore[found.institution] { reach(.notApplicable(found.part)) }
    let idle = Set(scores.notApplicable.map { Place(part: $0.part, entity: $0.entity) })
    for (index, node) in scores.plan.nodes.enumerated() {
      for entity in population.rungs[node.rung].indices
      where hasScore[population.ancestor(of: entity, from: node.rung, on: 0)] && !idle.contains(Place(part: node.id, entity: entity)) {
        guard scores.values.value(index, on: node.rung, of: entity) != nil else { continue }
        reach(.part(node.id))
        if case .leaf(let scale) = node.body { reach(scale, of: node.id, entity, in: scores) }
      }
    }
  }

  private struct Place: Hashable {
    let part: String
    let entity: Int
  }

  private mutating func reach(_ scale: PlanScale, of part: String, _ entity: Int, in scores: ScoreTable) {
    let number = { (column: Int) -> Fraction? in
      guard case .value(let number) = scores.survey.cells[column][entity] else { return nil }
      return number
    }
    let field = { (column: Int) in scores.plan.fields[column].id }
    switch scale {
    case .cell(let column, .yesNo):
      if let answer = number(column) { reach(.answer(part: part, field: field(column), !answer.isZero)) }
    case .checklist(let items, _, _):
      for item in items {
        if let answer = number(item.column) { reach(.answer(part: part, field: field(item.column), !answer.isZero)) }
      }
    case .cell(let column, .levels):
      if let level = number(column) { reach(.level(part: part, level)) }
    case .cell(let column, .bands(let rows)):
      if let row = number(column).flatMap({ value in rows.last { $0.from <= value } }) { reach(.band(part: part, from: row.from)) }
    case .cell(_, .linear), .cell(_, .logarithmic), .formula: break
    }
  }
}

extension RuleTests {
  /// What the tests reach in the rules; of a change its later year. Complexity: one scoring for each case and change.
  public func coverage() -> RuleCoverage {
    var coverage = RuleCoverage(of: edition.edition)
    for test in cases {
      if case .scores = test.expectation, let scores = test.run(under: edition).scores { coverage.reach(scores) }
    }
    var unheard = DiagnosticLog()
    for change in changes { coverage.reach(change.score(edition, log: &unheard)) }
    for row in published.flatMap(\.rows) {
      if let step = edition.edition.zones.step(for: row.total) { coverage.reach(.zone(step.id.value)) }
    }
    return coverage
  }
}
