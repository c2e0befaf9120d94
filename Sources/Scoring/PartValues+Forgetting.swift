internal import Observations

extension PartValues {
  /// Takes away what rests on observations that the rules insist on and that are missing.
  ///
  /// The evaluator puts the average of the peers in their place, for comparisons; a score may not rest on that.
  mutating func forget(_ observations: [MissingObservation], in plan: Plan, _ population: Population) {
    let parts = Dictionary(plan.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for observation in observations {
      guard let part = parts[observation.part] else { continue }
      forget(part, on: observation.rung, of: observation.entity, in: plan, population)
    }
  }

  /// Takes away what rests on formulas that failed.
  mutating func forget(_ faults: [FormulaFault], in plan: Plan, _ population: Population) {
    for fault in faults { forget(fault.part, on: plan.nodes[fault.part].rung, of: fault.entity, in: plan, population) }
  }

  /// Takes away what should rest on entities that cannot be weighed: every value above them that their own values go into.
  mutating func forget(above entities: [UnweighedEntity], in plan: Plan, _ population: Population) {
    for lacking in entities {
      let parent = population.parent(of: lacking.entity, on: lacking.rung)
      for part in plan.nodes.indices where value(part, on: lacking.rung, of: lacking.entity) != nil {
        forget(part, on: lacking.rung - 1, of: parent, in: plan, population)
      }
    }
  }

  /// Takes away what rests on a part of an entity: its value, those it is combined into, and those of the groups above it.
  private mutating func forget(_ part: Int, on rung: Int, of entity: Int, in plan: Plan, _ population: Population) {
    for dependent in plan.path(to: part) {
      for height in 0...rung { forget(dependent, on: height, of: population.ancestor(of: entity, from: rung, on: height)) }
    }
  }
}

extension Plan {
  /// The parts from the root down to `part`. Complexity: linear in the number of parts.
  fileprivate func path(to part: Int) -> [Int] {
    // Parents stand before their children.
    var path = [part]
    for node in nodes.indices.reversed() where nodes[node].children.contains(path[0]) { path.insert(node, at: 0) }
    return path
  }
}
