internal import Observations
internal import RuleModel
internal import Scoring

/// Rules that can be scored again with other weights, keeping what does not depend on them.
struct WeightTrial: Sendable {
  let scores: ScoreTable
  let plan: Plan
  /// The numbers of the parts whose weights can move: those that have siblings.
  let drawn: [Int]
  /// The group above each part; nil for the root.
  private let parents: [Int?]

  init(_ scores: ScoreTable, _ choice: DrawnWeights) {
    self.scores = scores
    plan = scores.plan
    let parents = plan.parents
    self.parents = parents
    let nodes = scores.plan.nodes
    let weighed = nodes.indices.filter { part in parents[part].map { nodes[$0].children.count > 1 && nodes[$0].usesWeights } ?? false }
    drawn = choice == .all ? weighed : weighed.filter { parents[$0] == WeightTrial.dimensions(of: nodes) }
  }

  /// The group whose parts are the dimensions: the first from the top with more than one part.
  static func dimensions(of nodes: [Plan.Node]) -> Int {
    var group = 0
    while nodes[group].children.count == 1 { group = nodes[group].children[0] }
    return group
  }

  /// The totals with other weights for some parts, by institution.
  func totals(weighing weights: [(part: Int, weight: Fraction)]) -> [Fraction?] {
    var plan = plan
    for (part, weight) in weights { plan.nodes[part].weight = weight }
    return totals(plan, changing: weights.compactMap { parents[$0.part] })
  }

  /// The totals without a part.
  func totals(leavingOut part: Int) -> [Fraction?] {
    guard let group = parents[part] else { return scores.observations.population.rungs[0].map { _ in nil } }
    var plan = plan
    plan.nodes[group].children.removeAll { $0 == part }
    return totals(plan, changing: [group])
  }

  private func totals(_ plan: Plan, changing groups: [Int]) -> [Fraction?] {
    var affected: Set<Int> = []
    for group in groups {
      var place: Int? = group
      while let current = place, affected.insert(current).inserted { place = parents[current] }
    }
    var evaluator = Evaluator(plan, over: scores.survey)
    let values = evaluator.run(keeping: scores.values) { affected.contains($0) }
    let population = scores.observations.population
    // Other weights can bring a group beyond goalposts that do not clamp.
    let failed = Set(evaluator.faults.map { population.ancestor(of: $0.entity, from: plan.nodes[$0.part].rung, on: 0) })
    return population.rungs[0].indices.map { scores.refused.contains($0) || failed.contains($0) ? nil : values.total(of: $0) }
  }
}

extension Plan.Node {
  /// Whether the weights of its parts mean anything.
  var usesWeights: Bool {
    switch body {
    case .group(.mean), .group(.geometricMean), .group(.sum): true
    case .group(.min), .group(.max), .leaf: false
    }
  }
}
