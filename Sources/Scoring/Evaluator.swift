package import Expressions
internal import Observations
package import RuleModel

/// Runs a plan over a survey, exactly. The one forward evaluator for years, worlds and targets.
package struct Evaluator {
  let plan: Plan
  let survey: Survey
  /// For a neutral part the number of its base; nil for every other part.
  private let neutralParts: [Int: Int]
  /// The values of the worlds that lack one kind of parts or entities each, for what is neutral.
  private let bases: [PartValues]
  /// The values of parts that need not be evaluated again.
  private let known: [Int: [[Fraction?]]]
  /// By edition, the survey with that edition's year in the place of what is missing, for the policies that ask for one.
  private let surveys: [String: Survey]
  /// The groups from the root down to a part, for neutral parts.
  private let ancestors: [Int: [Int]]
  /// The leaves and entities whose value is the average of their peers, because nothing was or could be recorded.
  package private(set) var assumed: [(part: Int, entity: Int)] = []

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
    let isSettled: Bool
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

  package init(
    _ plan: Plan, over survey: Survey, neutralParts: [Int: Int] = [:], bases: [PartValues] = [], known: [Int: [[Fraction?]]] = [:]
  ) {
    self.plan = plan
    self.survey = survey
    self.neutralParts = neutralParts
    self.bases = bases
    self.known = known
    let carried = Set(plan.nodes.compactMap { node in if case .carry(let edition) = node.missing { edition } else { nil } })
    surveys = Dictionary(uniqueKeysWithValues: carried.compactMap { edition in survey.carrying(edition).map { (edition, $0) } })
    var ancestors: [Int: [Int]] = [:]
    if !neutralParts.isEmpty {
      func visit(_ part: Int, below path: [Int]) {
        ancestors[part] = path
        for child in plan.nodes[part].children { visit(child, below: path + [part]) }
      }
      visit(0, below: [])
    }
    self.ancestors = ancestors
  }

  /// Returns the values of all parts on their own rung and on every rung above it.
  package mutating func run() -> PartValues {
    var result = PartValues(values: plan.nodes.map { _ in plan.combines.map { _ in [] } })
    let order = evaluationOrder()
    let weighingRungs = weighingRungs()
    for (part, values) in known { result.values[part] = values }
    for part in order where neutralParts[part] == nil && known[part] == nil {
      let node = plan.nodes[part]
      let own: [Fraction?] =
        switch node.body {
        case .leaf(let scale): leafValues(part, scale)
        case .group(let combine): groupValues(part, combine, result)
        }
      result.values[part][node.rung] = rounded(own, node.rounding[node.rung])
      findUnsurveyed(part, weighedOn: weighingRungs[part] ?? node.rung)
      for rung in stride(from: node.rung, to: 0, by: -1) {
        let combined = combinedUp(result.values[part][rung], part, from: rung)
        result.values[part][rung - 1] = rounded(combined, node.rounding[rung - 1])
      }
    }
    return result
  }

  /// The parts that some group lists, children first.
  private func evaluationOrder() -> [Int] {
    var order: [Int] = []
    func visit(_ part: Int) {
      if neutralParts[part] == nil, known[part] == nil { for child in plan.nodes[part].children { visit(child) } }
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

  private mutating func leafValues(_ part: Int, _ scale: PlanScale) -> [Fraction?] {
    let node = plan.nodes[part]
    var values: [Fraction?] = []
    values.reserveCapacity(survey.population.rungs[node.rung].count)
    var unseen: [Int] = []
    for entity in survey.population.rungs[node.rung].indices {
      guard survey.presence[node.rung][entity] == .there else {
        values.append(nil)
        continue
      }
      let outcome = applicability(part, entity) ?? leafOutcome(part, scale, entity)
      if case .unseen = outcome { unseen.append(entity) }
      values.append(value(of: outcome, part, entity))
    }
    for (entity, value) in averagesOfPeers(unseen, values, rung: node.rung) {
      values[entity] = value
      assumed.append((part, entity))
    }
    return values
  }

  private mutating func leafOutcome(_ part: Int, _ scale: PlanScale, _ entity: Int) -> Outcome {
    switch plan.score(scale, of: entity, on: plan.nodes[part].rung, in: survey) {
    case .value(let score): return .value(score)
    case .unseen: return .unseen
    case .fault(let fault): return .fault(fault)
    case .missing(let columns):
      return settle(columns, part, entity) { plan, earlier in
        switch plan.score(scale, of: entity, on: plan.nodes[part].rung, in: earlier) {
        case .value(let score): .value(score)
        case .fault(let fault): .fault(fault)
        case .unseen, .missing: nil
        }
      }
    }
  }

  /// What the policy of a part makes of missing observations; `again` reads the part once more from an earlier year's survey.
  private mutating func settle(
    _ columns: [Int], _ part: Int, _ entity: Int, again: (Plan, Survey) -> Outcome?
  ) -> Outcome {
    let policy = plan.nodes[part].missing
    let carried: Outcome? =
      if case .carry(let edition) = policy { surveys[edition].flatMap { again(plan, $0) } } else { nil }
    let isSettled = carried != nil || !policy.insists
    missing += columns.map { Missing(part: part, entity: entity, column: $0, isSettled: isSettled) }
    return carried ?? (policy.insists ? .unseen : .nothing(plan.scoreOfMissing(policy)))
  }

  /// What a part is worth because its condition does not hold or is not known; nil if it applies.
  private mutating func applicability(_ part: Int, _ entity: Int) -> Outcome? {
    let node = plan.nodes[part]
    guard let condition = node.condition else { return nil }
    var answer = condition.value(of: entity, on: node.rung, in: survey)
    if answer == .unknown, case .carry(let edition) = node.missing, let earlier = surveys[edition] {
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
      return settle(condition.missingColumns(entity, on: node.rung, in: survey), part, entity) { _, _ in nil }
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

  private mutating func groupValues(_ part: Int, _ combine: Part.Combine, _ result: PartValues) -> [Fraction?] {
    let rung = plan.nodes[part].rung
    var values: [Fraction?] = []
    for entity in survey.population.rungs[rung].indices {
      guard survey.presence[rung][entity] == .there else {
        values.append(nil)
        continue
      }
      if let outcome = applicability(part, entity) {
        values.append(value(of: outcome, part, entity))
        continue
      }
      let members = plan.nodes[part].children.compactMap { child -> (weight: Fraction, value: Fraction)? in
        let value =
          neutralParts[child].map { neutralValue(of: child, on: rung, entity, in: bases[$0]) } ?? result.value(child, on: rung, of: entity)
        return value.map { (plan.nodes[child].weight, $0) }
      }
      values.append(Plan.combined(members, combine, precision: plan.nodes[part].precision))
    }
    return values
  }

  /// The value of the nearest group above a neutral part that has one without the part's kind; a `sum` adds nothing.
  private func neutralValue(of part: Int, on rung: Int, _ entity: Int, in base: PartValues) -> Fraction? {
    for group in (ancestors[part] ?? []).reversed() {
      let height = min(plan.nodes[group].rung, rung)
      let at = survey.population.ancestor(of: entity, from: rung, on: height)
      guard let value = base.value(group, on: height, of: at) else { continue }
      if case .group(.sum) = plan.nodes[group].body { return nil }
      return value
    }
    return nil
  }

  // MARK: Rungs

  private func combinedUp(_ values: [Fraction?], _ part: Int, from rung: Int) -> [Fraction?] {
    survey.population.rungs[rung - 1].indices.map { parent in
      guard survey.presence[rung - 1][parent] == .there else { return nil }
      let members = survey.population.rungs[rung - 1][parent].children.compactMap { entity -> (weight: Fraction, value: Fraction)? in
        guard let weight = weight(of: entity, on: rung) else { return nil }
        switch survey.presence[rung][entity] {
        case .absent: return nil
        case .there: return values[entity].map { (weight, $0) }
        case .neutral(let base): return neutralValue(of: part, above: parent, on: rung, in: bases[base]).map { (weight, $0) }
        }
      }
      return Plan.combined(members, plan.combines[rung])
    }
  }

  /// The value that the nearest entity above has for a part without the entities that joined or left a rung.
  private func neutralValue(of part: Int, above parent: Int, on rung: Int, in base: PartValues) -> Fraction? {
    for height in stride(from: rung - 1, through: 0, by: -1) {
      let at = survey.population.ancestor(of: parent, from: rung - 1, on: height)
      if let value = base.value(part, on: height, of: at) { return value }
    }
    return nil
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
