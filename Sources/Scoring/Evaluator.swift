package import Expressions
internal import Observations
package import RuleModel

/// Evaluates parts over a survey, exactly. The one forward evaluator for years, worlds and targets.
package struct Evaluator {
  let plan: Plan
  let survey: Survey
  /// By edition, the survey with that edition's year in the place of what is missing, for the policies that asked for one.
  private var surveys: [String: Survey?] = [:]
  /// The leaves and entities whose value is the average of their peers, because nothing was or could be recorded.
  package private(set) var assumed: [(part: Int, entity: Int)] = []

  /// The leaves and entities without a value because nothing was or could be recorded and there are no peers.
  package private(set) var omitted: [(part: Int, entity: Int)] = []

  /// Observations that should have been made.
  package private(set) var missing: [Missing] = []
  /// The parts that found nobody to look at in an entity of the rung on which they are weighed.
  package private(set) var unsurveyed: [(part: Int, rung: Int, entity: Int)] = []
  /// The parts that do not apply to an entity.
  package private(set) var notApplicable: [(part: Int, entity: Int)] = []
  /// The parts that could not be computed for an entity, and why.
  package private(set) var faults: [(part: Int, entity: Int, fault: Fault)] = []

  /// An observation that should have been made: who wanted it, of whom, and in which column.
  package struct Missing: Sendable {
    let part: Int
    let entity: Int
    let column: Int
    /// Whether the policy found something to put in its place, or needs nothing.
    package let isSettled: Bool
  }

  /// Why a formula gives no score.
  package enum Fault: Sendable {
    case evaluation(EvaluationError)
    case outsideScale(Fraction, ClosedRange<Fraction>)
  }

  /// What became of one part for one entity.
  private enum Outcome {
    case value(Fraction)
    /// A policy decided: left out, or a fixed score.
    case nothing(Fraction?)
    case unseen
    case fault(Fault)
  }

  package init(_ plan: Plan, over survey: Survey) {
    self.plan = plan
    self.survey = survey
  }

  /// Returns the values of all parts on their own rung and on every rung above it.
  ///
  /// `known` are the values of an evaluation that differs only in what `isAffected` names; the other parts keep them, and nothing that was
  /// found in them is found again.
  package mutating func run(keeping known: PartValues? = nil, besides isAffected: (Int) -> Bool = { _ in true }) -> PartValues {
    var result = known ?? PartValues(values: plan.nodes.map { _ in plan.combines.map { _ in [] } })
    let weighingRungs = weighingRungs()
    for part in evaluationOrder() where known == nil || isAffected(part) {
      let node = plan.nodes[part]
      let members = node.children.map { Member(weight: plan.nodes[$0].weight, values: result.values[$0][node.rung]) }
      result.values[part] = values(of: part, node, members)
      findUnsurveyed(part, weighedOn: weighingRungs[part] ?? node.rung)
    }
    return result
  }

  /// A child of a group, with its values on the group's rung.
  package struct Member {
    package let weight: Fraction
    package let values: [Fraction?]

    package init(weight: Fraction, values: [Fraction?]) {
      self.weight = weight
      self.values = values
    }
  }

  /// What stands for an entity that is not there: the value of its part for the nearest entity above `parent`, on the rung above `rung`, in
  /// the world of the given base.
  package typealias Neutral = (_ base: Int, _ rung: Int, _ parent: Int) -> Fraction?

  /// Returns the values of one part on its own rung and on every rung above it; empty on the rungs below.
  ///
  /// `members` are the children of a group that take part. Complexity: linear in the entities of the part's rung times the members.
  package mutating func values(
    of part: Int, _ node: Plan.Node, _ members: [Member], neutral: Neutral = { _, _, _ in nil }
  ) -> [[Fraction?]] {
    var result: [[Fraction?]] = plan.combines.map { _ in [] }
    let own: [Fraction?] =
      switch node.body {
      case .leaf(let scale): leafValues(part, node, scale)
      case .group(let combine): groupValues(part, node, combine, members)
      }
    result[node.rung] = rounded(own, node.rounding[node.rung])
    for rung in stride(from: node.rung, to: 0, by: -1) {
      result[rung - 1] = rounded(combinedUp(result[rung], from: rung, neutral), node.rounding[rung - 1])
    }
    return result
  }

  /// The parts that some group lists, children first.
  private func evaluationOrder() -> [Int] {
    var order: [Int] = []
    func visit(_ part: Int) {
      for child in plan.nodes[part].children { visit(child) }
      order.append(part)
    }
    visit(0)
    return order
  }

  /// The rung on which each part's group weighs it.
  private func weighingRungs() -> [Int: Int] {
    var rungs: [Int: Int] = [:]
    for node in plan.nodes {
      for child in node.children { rungs[child] = node.rung }
    }
    return rungs
  }

  /// Finds the entities in which nobody below was surveyed, though an indicator is recorded for those below. The part has no value
  /// there, as if it had no weight: not surveyed is not missing.
  private mutating func findUnsurveyed(_ part: Int, weighedOn top: Int) {
    let node = plan.nodes[part]
    guard case .leaf = node.body, top < node.rung, node.condition == nil else { return }
    for entity in survey.population.rungs[top].indices where survey.presence[top][entity] == .there {
      if survey.population.entities(on: node.rung, under: entity, of: top).isEmpty { unsurveyed.append((part, top, entity)) }
    }
  }

  private func rounded(_ values: [Fraction?], _ rounding: Rounding?) -> [Fraction?] {
    guard let rounding else { return values }
    return values.map { $0.map { rounding($0) } }
  }

  // MARK: Leaves

  private mutating func leafValues(_ part: Int, _ node: Plan.Node, _ scale: PlanScale) -> [Fraction?] {
    var values: [Fraction?] = []
    values.reserveCapacity(survey.population.rungs[node.rung].count)
    var unseen: [Int] = []
    for entity in survey.population.rungs[node.rung].indices {
      guard survey.presence[node.rung][entity] == .there else {
        values.append(nil)
        continue
      }
      let outcome = applicability(part, node, entity) ?? leafOutcome(part, node, scale, entity)
      if case .unseen = outcome { unseen.append(entity) }
      values.append(value(of: outcome, part, entity))
    }
    let averages = averagesOfPeers(unseen, values, rung: node.rung)
    for (entity, value) in averages {
      values[entity] = value
      assumed.append((part, entity))
    }
    if averages.count < unseen.count {
      let known = Set(averages.map(\.0))
      omitted += unseen.filter { !known.contains($0) }.map { (part, $0) }
    }
    return values
  }

  private mutating func leafOutcome(_ part: Int, _ node: Plan.Node, _ scale: PlanScale, _ entity: Int) -> Outcome {
    switch plan.score(scale, of: entity, on: node.rung, in: survey) {
    case .value(let score): return .value(score)
    case .unseen: return .unseen
    case .fault(let fault): return .fault(fault)
    case .missing(let columns):
      return settle(columns, part, node, entity) { plan, earlier in
        switch plan.score(scale, of: entity, on: node.rung, in: earlier) {
        case .value(let score): .value(score)
        case .fault(let fault): .fault(fault)
        case .unseen, .missing: nil
        }
      }
    }
  }

  private mutating func carrying(_ edition: String) -> Survey? {
    if let known = surveys[edition] { return known }
    let survey = survey.carrying(edition)
    surveys[edition] = .some(survey)
    return survey
  }

  /// What the policy of a part makes of missing observations; `again` reads the part once more from an earlier year's survey.
  private mutating func settle(
    _ columns: [Int], _ part: Int, _ node: Plan.Node, _ entity: Int, again: (Plan, Survey) -> Outcome?
  ) -> Outcome {
    let policy = node.missing
    let carried: Outcome? =
      if case .carry(let edition) = policy { carrying(edition).flatMap { again(plan, $0) } } else { nil }
    let isSettled = carried != nil || !policy.insists
    missing += columns.map { Missing(part: part, entity: entity, column: $0, isSettled: isSettled) }
    return carried ?? (policy.insists ? .unseen : .nothing(plan.scoreOfMissing(policy)))
  }

  /// What a part is worth because its condition does not hold or is not known; nil if it applies.
  private mutating func applicability(_ part: Int, _ node: Plan.Node, _ entity: Int) -> Outcome? {
    guard let condition = node.condition else { return nil }
    var answer = condition.value(of: entity, on: node.rung, in: survey)
    if answer == .unknown, case .carry(let edition) = node.missing, let earlier = carrying(edition) {
      answer = condition.value(of: entity, on: node.rung, in: earlier)
      if answer != .unknown {
        missing += condition.missingColumns(entity, on: node.rung, in: survey).map {
          Missing(part: part, entity: entity, column: $0, isSettled: true)
        }
      }
    }
    switch answer {
    case .boolean(true): return nil
    case .boolean(false):
      notApplicable.append((part, entity))
      switch node.notApplicable {
      case .skip: return .nothing(nil)
      case .zero: return .value(plan.scale.lowerBound)
      case .full: return .value(plan.scale.upperBound)
      }
    case .error(let problem): return .fault(.evaluation(problem))
    default:
      if condition.readsUnseen(entity, on: node.rung, in: survey) { return .unseen }
      return settle(condition.missingColumns(entity, on: node.rung, in: survey), part, node, entity) { _, _ in nil }
    }
  }

  private mutating func value(of outcome: Outcome, _ part: Int, _ entity: Int) -> Fraction? {
    switch outcome {
    case .value(let value): return value
    case .nothing(let value): return value
    case .unseen: return nil
    case .fault(let fault):
      faults.append((part, entity, fault))
      return nil
    }
  }

  /// The mean value of the entities that stand beside each of `unseen`, under the lowest entity above it that has any.
  private func averagesOfPeers(_ unseen: [Int], _ values: [Fraction?], rung: Int) -> [(Int, Fraction)] {
    unseen.compactMap { entity in
      var ancestor = entity
      for height in stride(from: rung, to: 0, by: -1) {
        ancestor = survey.population.rungs[height][ancestor].parent
        let peers = survey.population.entities(on: rung, under: ancestor, of: height - 1)
        let known = peers.compactMap { values[$0] }
        if !known.isEmpty { return (entity, known.sum() / Fraction(known.count)) }
      }
      return nil
    }
  }

  // MARK: Groups

  private mutating func groupValues(
    _ part: Int, _ node: Plan.Node, _ combine: Part.Combine, _ members: [Member]
  ) -> [Fraction?] {
    let presence = survey.presence[node.rung]
    var values: [Fraction?] = []
    values.reserveCapacity(presence.count)
    var known: [(weight: Fraction, value: Fraction)] = []
    known.reserveCapacity(members.count)
    for entity in presence.indices {
      guard presence[entity] == .there else {
        values.append(nil)
        continue
      }
      if let outcome = applicability(part, node, entity) {
        values.append(value(of: outcome, part, entity))
        continue
      }
      known.removeAll(keepingCapacity: true)
      for member in members {
        if entity < member.values.count, let value = member.values[entity] { known.append((member.weight, value)) }
      }
      values.append(Plan.combined(known, combine, precision: node.precision))
    }
    return values
  }

  // MARK: Rungs

  private func combinedUp(_ values: [Fraction?], from rung: Int, _ neutral: Neutral) -> [Fraction?] {
    let presence = survey.presence[rung]
    let above = survey.presence[rung - 1]
    var members: [(weight: Fraction, value: Fraction)] = []
    return above.indices.map { parent in
      guard above[parent] == .there else { return nil }
      members.removeAll(keepingCapacity: true)
      for entity in survey.population.rungs[rung - 1][parent].children {
        let value: Fraction? =
          switch presence[entity] {
          case .absent: nil
          case .there: values[entity]
          case .neutral(let base): neutral(base, rung, parent)
          }
        if let value, let weight = weight(of: entity, on: rung) { members.append((weight, value)) }
      }
      return Plan.combined(members, plan.combines[rung])
    }
  }

  /// What an entity counts beside its siblings; nil if the ladder gives it no weight.
  func weight(of entity: Int, on rung: Int) -> Fraction? {
    switch plan.combines[rung] {
    case .mean, .sum, .min, .max, .median: return .one
    case .weightedByColumn(let column):
      guard case .value(let weight) = survey.cells[column][entity], weight > .zero else { return nil }
      return weight
    case .weightedByKind(let weights): return survey.population.rungs[rung][entity].kind.flatMap { weights[$0] }
    case .weightedByCount(let lower):
      let count = survey.population.entities(on: lower, under: entity, of: rung).count { survey.presence[lower][$0] != .absent }
      return count > 0 ? Fraction(count) : nil
    }
  }
}
