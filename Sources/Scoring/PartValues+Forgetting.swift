internal import Observations

extension PartValues {
  /// Takes away what rests on an observation that the rules insist on and that is missing, or on a formula that failed: the value of the part
  /// for an entity of its rung, those it is combined into, and those of the groups above it, up to a closed one.
  ///
  /// The evaluator puts the average of the peers in the place of a missing observation, for comparisons; a score may not rest on that.
  mutating func forget(_ part: Int, of entity: Int, in plan: Plan, _ population: Population, _ closed: ClosedGroups) {
    let rung = plan.nodes[part].rung
    forget(closed.dependents(of: part, for: entity, on: rung), on: rung, of: entity, population)
  }

  /// Takes away what should rest on entities that cannot be weighed: every value above them that their own values go into.
  mutating func forget(above entities: [UnweighedEntity], in plan: Plan, _ population: Population, _ closed: ClosedGroups) {
    for lacking in entities {
      let (parent, above) = (population.parent(of: lacking.entity, on: lacking.rung), lacking.rung - 1)
      for part in plan.nodes.indices where value(part, on: lacking.rung, of: lacking.entity) != nil {
        forget(closed.dependents(of: part, for: parent, on: above), on: above, of: parent, population)
      }
    }
  }

  private mutating func forget(_ parts: [Int], on rung: Int, of entity: Int, _ population: Population) {
    for part in parts {
      for height in 0...rung { forget(part, on: height, of: population.ancestor(of: entity, from: rung, on: height)) }
    }
  }
}
