internal import Observations
internal import Scoring

extension Survey {
  /// The survey of one institution: it, everyone below it, and their cells. Complexity: linear in its own entities and cells.
  func only(_ institution: Int, of plan: Plan) -> Survey {
    let ranges = population.rungs.indices.map { population.entities(on: $0, under: institution, of: 0) }
    let rungs = population.rungs.indices.map { rung in
      population.rungs[rung][ranges[rung]].map { entity -> Entity in
        let parent = rung == 0 ? 0 : entity.parent - ranges[rung - 1].lowerBound
        guard !entity.children.isEmpty else { return entity.placed(below: parent, children: 0..<0) }
        let start = ranges[rung + 1].lowerBound
        return entity.placed(below: parent, children: (entity.children.lowerBound - start)..<(entity.children.upperBound - start))
      }
    }
    let sliced = { (cells: [CellColumn]) in zip(cells, plan.fields).map { $0.only(ranges[$1.rung]) } }
    return Survey(
      population: Population(rungs: rungs), cells: sliced(cells), presence: zip(presence, ranges).map { $0.isEmpty ? [] : Array($0[$1]) },
      earlier: earlier.mapValues(sliced))
  }
}
