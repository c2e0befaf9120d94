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

  /// What the entities of each rung count, as far as it was worked out.
  private(set) var weights: [EntityWeights?]
  /// Where nobody stands below, as far as it was looked for.
  private var barren: [Stretch: [Int]] = [:]

  /// Observations that should have been made.
  package private(set) var missing: [Missing] = []
  /// The parts that found nobody to look at in an entity of the rung on which they are weighed.
  package private(set) var unsurveyed: [(part: Int, rung: Int, entity: Int)] = []
  /// The parts that do not apply to an entity.
  package private(set) var notApplicable: [(part: Int, entity: Int)] = []
  /// The groups that had their value, or none, before their parts were asked.
  package private(set) var closed: [(part: Int, entity: Int)] = []
  /// The parts that could not be computed for an entity, and why.
  package private(set) var faults: [(part: Int, entity: Int, fault: Fault)] = []

  /// An observation that should have been made: who wanted it, of whom, and in which column.
  package struct Missing: Sendable {
    var part: Int { Int(numbers.0) }
    /// The entity on the rung of the part, or on that of the field if that is further down.
    var entity: Int { Int(numbers.1) }
    var column: Int { Int(numbers.2) }
    /// Whether the policy found something to put in its place, or needs nothing.
    package let isSettled: Bool
    /// Kept small: a large nation misses millions.
    private let numbers: (Int32, Int32, Int32)

    init(part: Int, entity: Int, column: Int, isSettled: Bool) {
      numbers = (Int32(part), Int32(entity), Int32(column))
      self.isSettled = isSettled
    }
  }

  /// Why a formula gives no score.
  package enum Fault: Sendable {
    case evaluation(EvaluationError)
    case outsideScale(Fraction, ClosedRange<Fraction>)
    /// The kind of the entity on that rung is asked for, and not known.
    case withoutKind(rung: Int)
  }

  /// What became of one part for one entity.
  private enum Outcome {
    case value(Fraction)
    /// A policy decided: left out, or a fixed score.
    case nothing(Fraction?)
    case unseen
    case fault(Fault)
  }

  /// Prepares to run a plan; `weights` are what the entities of each rung count, as far as it is known.
  package init(_ plan: Plan, over survey: Survey, weights: [EntityWeights?]? = nil) {
    self.plan = plan
    self.survey = survey
    self.weights = weights ?? plan.combines.map { _ in nil }
  }

  /// Returns the values of all parts: of groups on their own rung and every rung above it, of indicators from their own rung up to the one
  /// on which their group weighs them. The rest is worked out when it is asked for. Complexity: linear in the cells of all parts.
  package mutating func run() -> PartValues {
    run(evaluationOrder(), plan.nodes.map { _ in plan.combines.map { _ in ExactColumn.empty } })
  }

  /// Returns the same where `known` are the values of an evaluation over the same entities that differs only in what `isAffected` names; the
  /// other parts keep them, and nothing that was found in them is found again. Complexity: linear in the cells of the parts that are affected.
  package mutating func run(keeping known: PartValues, besides isAffected: (Int) -> Bool) -> PartValues {
    if known.plan.combines == plan.combines, !plan.combines.contains(where: \.readsColumn) { weights = known.weights }
    return run(evaluationOrder().filter(isAffected), known.columns)
  }

  private mutating func run(_ parts: [Int], _ known: [[ExactColumn]]) -> PartValues {
    var columns = known
    let weighingRungs = weighingRungs()
    for part in parts {
      let node = plan.nodes[part]
      let members = node.children.map { Member(weight: plan.nodes[$0].weight, values: columns[$0][node.rung]) }
      let weighingRung = weighingRungs[part] ?? node.rung
      columns[part] = values(of: part, node, members, through: node.children.isEmpty ? min(weighingRung, node.rung) : 0)
      findUnsurveyed(part, weighedOn: weighingRung)
    }
    for rung in plan.combines.indices.dropFirst() { _ = weights(on: rung) }
    return PartValues(columns: columns, plan: plan, survey: survey, weights: weights)
  }

  /// A child of a group, with its values on the group's rung.
  package struct Member {
    package let weight: Fraction
    package let values: ExactColumn

    package init(weight: Fraction, values: ExactColumn) {
      self.weight = weight
      self.values = values
    }
  }

  /// What stands for an entity that is not there: the value of its part for the nearest entity above `parent`, on the rung above `rung`, in
  /// the world of the given base.
  package typealias Neutral = (_ base: Int, _ rung: Int, _ parent: Int) -> Fraction?

  /// Returns the values of one part on its own rung and on every rung above it up to `top`; empty on the others.
  ///
  /// `members` are the children of a group that take part; everyone is there who is combined. Complexity: linear in the entities of the
  /// part's rung times the members.
  package mutating func values(
    of part: Int, _ node: Plan.Node, _ members: [Member], through top: Int = 0
  ) -> [ExactColumn] {
    var result: [ExactColumn] = plan.combines.map { _ in .empty }
    let own: ExactColumn =
      switch node.body {
      case .leaf(let scale): leafValues(part, node, scale)
      case .group(let combine): groupValues(part, node, combine, members)
      }
    result[node.rung] = rounded(own, node.rounding[node.rung])
    for rung in stride(from: node.rung, to: top, by: -1) {
      let values = result[rung]
      result[rung - 1] = rounded(combinedUp(values, from: rung) { entity, _ in values[entity] }, node.rounding[rung - 1])
    }
    return result
  }

  /// Returns the values of a part on the rung above `rung` from those on it, of which only those of entities that are there count.
  ///
  /// Complexity: linear in the entities of both rungs.
  package mutating func raised(_ values: ExactColumn, from rung: Int, _ rounding: Rounding?, neutral: Neutral) -> ExactColumn {
    let own = survey.isComplete(rung) ? values : values.only { survey.presence[rung][$0] == .there }
    let value = { [survey] (entity: Int, parent: Int) -> Fraction? in
      switch survey.presence(of: entity, on: rung) {
      case .absent: nil
      case .there: values[entity]
      case .neutral(let base): neutral(base, rung, parent)
      }
    }
    return rounded(combinedUp(own, from: rung, value), rounding)
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
    let stretch = Stretch(top: top, bottom: node.rung)
    let empty = barren[stretch] ?? barren(stretch)
    barren[stretch] = empty
    unsurveyed += empty.map { (part, top, $0) }
  }

  /// Two rungs, one above the other.
  private struct Stretch: Hashable {
    let top: Int
    let bottom: Int
  }

  /// The entities of the upper rung below which nobody stands on the lower one.
  private func barren(_ stretch: Stretch) -> [Int] {
    survey.population.rungs[stretch.top].indices.filter { entity in
      survey.presence(of: entity, on: stretch.top) == .there
        && survey.population.entities(on: stretch.bottom, under: entity, of: stretch.top).isEmpty
    }
  }

  private func rounded(_ values: ExactColumn, _ rounding: Rounding?) -> ExactColumn {
    guard let rounding else { return values }
    return values.rounded(rounding)
  }

  // MARK: Leaves

  private mutating func leafValues(_ part: Int, _ node: Plan.Node, _ scale: PlanScale) -> ExactColumn {
    if let column = codedValues(part, node, scale) { return column }
    var values: [Fraction?] = []
    values.reserveCapacity(survey.population.rungs[node.rung].count)
    var unseen: [Int] = []
    for entity in survey.population.rungs[node.rung].indices {
      guard survey.presence(of: entity, on: node.rung) == .there else {
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
    return ExactColumn(values)
  }

  /// The values of an indicator that asks one cell of each entity and nothing else: worked out once for each different value. Nil where
  /// something was unseen or has to be fetched from elsewhere.
  private mutating func codedValues(_ part: Int, _ node: Plan.Node, _ scale: PlanScale) -> ExactColumn? {
    guard node.condition == nil, case .cell(let column, let scale) = scale, plan.fields[column].rung == node.rung else { return nil }
    if case .carry = node.missing { return nil }
    let cells = survey.cells[column]
    var table = CodeTable(distinct: cells.distinct.count, missing: plan.scoreOfMissing(node.missing)) { [plan] code in
      if case .value(let score) = plan.score(scale, cell: cells.distinct[code]) { score } else { nil }
    }
    var codes = cells.codes
    if !survey.isComplete(node.rung) {
      for entity in codes.indices where survey.presence[node.rung][entity] != .there { codes[entity] = CellColumn.nobody }
    }
    guard let result = table.column(codes) else { return nil }
    guard !table.isComplete else { return result }
    // What the rules insist on takes the average of its peers, as long as there are any.
    guard !node.missing.insists else { return nil }
    for (entity, code) in codes.enumerated() where code == CellColumn.missing {
      missing.append(Missing(part: part, entity: entity, column: column, isSettled: true))
    }
    return result
  }

  private mutating func leafOutcome(_ part: Int, _ node: Plan.Node, _ scale: PlanScale, _ entity: Int) -> Outcome {
    switch plan.score(scale, of: entity, on: node.rung, in: survey) {
    case .value(let score): return .value(score)
    case .unseen: return .unseen
    case .fault(let fault): return .fault(fault)
    case .missing(let gaps, let withoutKind):
      return settle(gaps, withoutKind: withoutKind, part, node, entity) { plan, earlier in
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

  /// What the policy of a part makes of missing observations; `again` reads the part once more from an earlier year's survey. A kind that
  /// is not known is at fault only where that year does not tell enough without it.
  private mutating func settle(
    _ gaps: [(column: Int, entity: Int)], withoutKind: Int?, _ part: Int, _ node: Plan.Node, _ entity: Int,
    again: (Plan, Survey) -> Outcome?
  ) -> Outcome {
    let policy = node.missing
    let carried: Outcome? =
      if case .carry(let edition) = policy { carrying(edition).flatMap { again(plan, $0) } } else { nil }
    if carried == nil, let withoutKind { return .fault(.withoutKind(rung: withoutKind)) }
    let isSettled = carried != nil || !policy.insists
    missing += gaps.map { Missing(part: part, entity: $0.entity, column: $0.column, isSettled: isSettled) }
    return carried ?? (policy.insists ? .unseen : .nothing(plan.scoreOfMissing(policy)))
  }

  /// What a part is worth because its condition does not hold or is not known; nil if it applies.
  private mutating func applicability(_ part: Int, _ node: Plan.Node, _ entity: Int) -> Outcome? {
    guard let condition = node.condition else { return nil }
    var answer = condition.value(of: entity, on: node.rung, in: survey)
    if answer == .unknown, case .carry(let edition) = node.missing, let earlier = carrying(edition) {
      answer = condition.value(of: entity, on: node.rung, in: earlier)
      if answer != .unknown {
        missing += condition.gaps(entity, on: node.rung, in: survey).map {
          Missing(part: part, entity: $0.entity, column: $0.column, isSettled: true)
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
      let withoutKind = condition.rungWithoutKind(entity, on: node.rung, in: survey)
      return settle(condition.gaps(entity, on: node.rung, in: survey), withoutKind: withoutKind, part, node, entity) { _, _ in nil }
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
        ancestor = survey.population.parent(of: ancestor, on: height)
        let peers = survey.population.entities(on: rung, under: ancestor, of: height - 1)
        let known = peers.compactMap { values[$0] }
        if !known.isEmpty { return (entity, known.sum() / Fraction(known.count)) }
      }
      return nil
    }
  }

  // MARK: Groups

  /// Without a condition, nobody asks who is there: the values of who is not mean nothing.
  private mutating func groupValues(_ part: Int, _ node: Plan.Node, _ combine: Part.Combine, _ members: [Member]) -> ExactColumn {
    let count = survey.population.rungs[node.rung].count
    if node.condition == nil, combine == .mean || combine == .sum,
      let column = ExactColumn.combined(members, isSum: combine == .sum, count: count)
    {
      return scored(column, part, node)
    }
    var values = [Fraction?](repeating: nil, count: count)
    var known: [(weight: Fraction, value: Fraction)] = []
    known.reserveCapacity(members.count)
    for entity in 0..<count where survey.presence(of: entity, on: node.rung) == .there {
      if let outcome = applicability(part, node, entity) {
        values[entity] = value(of: outcome, part, entity)
        closed.append((part, entity))
        continue
      }
      known.removeAll(keepingCapacity: true)
      for member in members {
        if entity < member.values.count, let value = member.values[entity] { known.append((member.weight, value)) }
      }
      values[entity] = Plan.combined(known, combine, precision: node.precision).flatMap { scored($0, part, node, entity) }
    }
    return ExactColumn(values)
  }

  /// The scores of what the parts of a group give together, which are these themselves where it has no goalposts.
  private mutating func scored(_ combined: ExactColumn, _ part: Int, _ node: Plan.Node) -> ExactColumn {
    guard node.goalposts != nil else { return combined }
    var values: [Fraction?] = []
    values.reserveCapacity(combined.count)
    for entity in combined.indices { values.append(combined[entity].flatMap { scored($0, part, node, entity) }) }
    return ExactColumn(values)
  }

  private mutating func scored(_ combined: Fraction, _ part: Int, _ node: Plan.Node, _ entity: Int) -> Fraction? {
    guard let goalposts = node.goalposts else { return combined }
    let score = goalposts.score(of: combined, on: plan.scale)
    return value(of: plan.scale.contains(score) ? .value(score) : .fault(.outsideScale(score, plan.scale)), part, entity)
  }

  // MARK: Rungs

  /// Combines the values of a rung; where somebody is not there or the rung has no mean, `value` gives them by entity and parent.
  private mutating func combinedUp(
    _ values: ExactColumn, from rung: Int, _ value: (_ entity: Int, _ parent: Int) -> Fraction?
  ) -> ExactColumn {
    let above = survey.population.rungs[rung - 1]
    let weights = self.weights(on: rung)
    if !survey.presence[rung].contains(where: \.isNeutral), plan.combines[rung].isMean {
      switch weights {
      case .alike:
        return values.mean(nil, below: above.indices.map { survey.population.children(of: $0, on: rung - 1) }) {
          survey.presence(of: $0, on: rung - 1) == .there
        }
      case .whole(let whole):
        return values.mean(whole, below: above.indices.map { survey.population.children(of: $0, on: rung - 1) }) {
          survey.presence(of: $0, on: rung - 1) == .there
        }
      case .exact: break
      }
    }
    var members: [(weight: Fraction, value: Fraction)] = []
    return ExactColumn(
      above.indices.map { parent in
        guard survey.presence(of: parent, on: rung - 1) == .there else { return nil }
        members.removeAll(keepingCapacity: true)
        for entity in survey.population.children(of: parent, on: rung - 1) {
          if let value = value(entity, parent), let weight = weights.weight(of: entity) { members.append((weight, value)) }
        }
        return Plan.combined(members, plan.combines[rung])
      })
  }

  /// What the entities of a rung count beside their siblings; worked out once.
  package mutating func weights(on rung: Int) -> EntityWeights {
    if let known = weights[rung] { return known }
    let found = survey.weights(on: rung, plan.combines[rung])
    weights[rung] = found
    return found
  }
}

extension Plan.Combine {
  /// Whether it is a mean, weighted or not.
  fileprivate var isMean: Bool {
    switch self {
    case .mean, .weightedByColumn, .weightedByKind, .weightedByCount: true
    case .sum, .min, .max, .median: false
    }
  }

  /// Whether it depends on observations.
  fileprivate var readsColumn: Bool {
    if case .weightedByColumn = self { return true }
    return false
  }
}

extension Survey.Presence {
  /// Whether it is the trace of who is not there.
  fileprivate var isNeutral: Bool {
    if case .neutral = self { return true }
    return false
  }
}
