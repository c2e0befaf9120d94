public import Observations
internal import RuleModel

extension Decider {
  /// Returns what a table holds of one entity and of everyone below it. Complexity: linear in its cells.
  public func answers(of entity: Int, on rung: Int, in table: ObservationTable) -> Answers {
    let population = table.population
    let stretches = (rung..<population.rungs.count).map { population.entities(on: $0, under: entity, of: rung) }
    var below: [[Range<Int>]] = []
    for (level, stretch) in stretches.enumerated() where level + 1 < stretches.count {
      let start = stretches[level + 1].lowerBound
      var last = 0
      below.append(
        stretch.map { above in
          let children = population.rungs[rung + level][above].children
          guard !children.isEmpty else { return last..<last }
          last = children.upperBound - start
          return (children.lowerBound - start)..<last
        })
    }
    return Answers(
      rung: rung, below: below,
      kinds: stretches.enumerated().map { level, stretch in stretch.map { population.rungs[rung + level][$0].kind } },
      cells: fields.map { field in
        guard field.rung >= rung else { return [] }
        return stretches[field.rung - rung].map { table.value(of: field.id, for: $0)?.number }
      })
  }
}
