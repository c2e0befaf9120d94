internal import Observations
internal import RuleModel

/// The groups that had their value, or none, before anybody asked for their parts, because they do not apply or because their condition is
/// not known: what is missing or fails in such a part makes no difference to the group or to anything above it.
struct ClosedGroups {
  private let places: Set<Place>
  private let parents: [Int?]
  private let plan: Plan
  private let population: Population

  private struct Place: Hashable {
    let group: Int
    let entity: Int
  }

  /// Takes groups with the entities of their rung.
  init(_ found: [(part: Int, entity: Int)], in plan: Plan, _ population: Population) {
    places = Set(found.map { Place(group: $0.part, entity: $0.entity) })
    parents = plan.parents
    self.plan = plan
    self.population = population
  }

  /// The parts whose values rest on what `part` is worth to an entity of `rung`: itself, and the groups above it that are weighed there or
  /// further up, as far as none of them is closed. Complexity: the depth of the part.
  func dependents(of part: Int, for entity: Int, on rung: Int) -> [Int] {
    var path = [part]
    while let group = parents[path[path.count - 1]], plan.nodes[group].rung <= rung {
      let owner = population.ancestor(of: entity, from: rung, on: plan.nodes[group].rung)
      guard places.isEmpty || !places.contains(Place(group: group, entity: owner)) else { break }
      path.append(group)
    }
    return path
  }

  /// Whether the total rests on what `part` is worth to an entity of `rung`.
  func reachTotal(from part: Int, for entity: Int, on rung: Int) -> Bool {
    places.isEmpty ? part == 0 || parents[part] != nil : dependents(of: part, for: entity, on: rung).last == 0
  }
}

extension Evaluator {
  /// Whether no total rests on an observation that the rules insist on and that is missing, nor on a formula that failed.
  package var allowsTotals: Bool {
    let closed = ClosedGroups(closed, in: plan, survey.population)
    let isMissing = missing.contains {
      !$0.isSettled && closed.reachTotal(from: $0.part, for: plan.asker(of: $0, in: survey.population), on: plan.nodes[$0.part].rung)
    }
    return !isMissing && !faults.contains { closed.reachTotal(from: $0.part, for: $0.entity, on: plan.nodes[$0.part].rung) }
  }
}
