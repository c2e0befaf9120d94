internal import Expressions
internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension Rescoring {
  /// The indicators whose cells can be raised, in the order of the rules, and what is left alone.
  func raisableIndicators() -> (raisable: [RaisableIndicator], notConsidered: [Target.NotConsidered]) {
    var raisable: [RaisableIndicator] = []
    var alone: [Target.NotConsidered] = []
    let offEntities = Dictionary(grouping: notApplicable, by: \.part).mapValues { Set($0.map(\.entity)) }
    for (part, node) in plan.nodes.enumerated() {
      guard case .leaf(let scale) = node.body else { continue }
      guard let ascent = ascent(of: scale) else {
        alone.append(Target.NotConsidered(part: node.id, reason: .formula, entities: []))
        continue
      }
      guard !isReversed(part) else {
        alone.append(Target.NotConsidered(part: node.id, reason: .reversed, entities: []))
        continue
      }
      var places: [RaisableIndicator.Place] = []
      var left: [String] = []
      for entity in survey.population.rungs[node.rung].indices where applies(part, entity, offEntities) {
        if let place = place(entity, node, scale) {
          places.append(place)
        } else {
          left.append(survey.population.rungs[node.rung][entity].path)
        }
      }
      raisable.append(
        RaisableIndicator(part: part, rung: node.rung, places: places, ascent: ascent, isAnswer: scale.isAnswer))
      if !left.isEmpty { alone.append(Target.NotConsidered(part: node.id, reason: .missing, entities: left)) }
    }
    return (raisable, alone)
  }

  /// Whether more of a part gives less of the total, because the goalposts of an odd number of groups around it are reversed.
  private func isReversed(_ part: Int) -> Bool {
    var isReversed = false
    var current = parents[part]
    while let group = current {
      if let goalposts = plan.nodes[group].goalposts, goalposts.best < goalposts.worst { isReversed.toggle() }
      current = parents[group]
    }
    return isReversed
  }

  /// Whether the part and every group around it apply to an entity.
  private func applies(_ part: Int, _ entity: Int, _ offEntities: [Int: Set<Int>]) -> Bool {
    var current: Int? = part
    let rung = plan.nodes[part].rung
    while let part = current {
      let node = plan.nodes[part]
      let height = min(node.rung, rung)
      let owner = survey.population.ancestor(of: entity, from: rung, on: height)
      if offEntities[part]?.contains(owner) ?? false { return false }
      // A condition of which nothing is known is settled by the policy for what is missing, whatever the indicator's own cells say.
      if let condition = node.condition, !node.missing.carries, condition.value(of: owner, on: height, in: survey) != .boolean(true) {
        return false
      }
      current = parents[part]
    }
    return true
  }

  /// The cells of an entity; nil where something is missing that the rules leave out or count as a fixed score.
  private func place(_ entity: Int, _ node: Plan.Node, _ scale: PlanScale) -> RaisableIndicator.Place? {
    var cells: [RaisableIndicator.Held] = []
    for column in scale.columns {
      guard let value = held(column, entity, node.missing) else {
        guard node.missing == .zero else { return nil }
        cells.append(RaisableIndicator.Held(column: column, value: nil))
        continue
      }
      cells.append(RaisableIndicator.Held(column: column, value: value))
    }
    return RaisableIndicator.Place(entity: entity, cells: cells)
  }

  /// What was recorded, or carried over from an earlier year.
  func held(_ column: Int, _ entity: Int, _ policy: MissingPolicy) -> Fraction? {
    if case .value(let value) = survey.cells[column][entity] { return value }
    if case .carry(let edition) = policy, case .value(let value)? = survey.earlier[edition]?[column][entity] { return value }
    return nil
  }

  private func ascent(of scale: PlanScale) -> RaisableIndicator.Ascent? {
    switch scale {
    case .formula: return nil
    case .checklist(let items, _, _): return .items(items.map(\.points))
    case .cell(_, .yesNo(let invert)):
      let scores = invert ? [plan.scale.upperBound, plan.scale.lowerBound] : [plan.scale.lowerBound, plan.scale.upperBound]
      return .stretches(zip([Fraction.zero, .one], scores).map { RaisableIndicator.Stretch(low: $0, high: $0, score: $1) })
    case .cell(_, .levels(let scores)):
      return .stretches(scores.sorted { $0.key < $1.key }.map { RaisableIndicator.Stretch(low: $0.key, high: $0.key, score: $0.value) })
    case .cell(let column, .bands(let rows)): return .stretches(stretches(rows, edition.fields[column]))
    case .cell(let column, .linear(let worst, let best, let clamp)):
      return line(edition.fields[column], worst: worst, best: best, clamp: clamp)
    case .cell(let column, .logarithmic(let worst, let best, let clamp, _)):
      return line(edition.fields[column], worst: worst, best: best, clamp: clamp)
    }
  }

  /// The values that a field's range allows, by row, in steps that no row's beginning is too fine for.
  private func stretches(_ rows: [BandRow], _ field: Field) -> [RaisableIndicator.Stretch] {
    let places = field.kind == .number ? max(2, rows.map { $0.from.places(atMost: 6) }.max() ?? 2) : 0
    let unit = Fraction.one.scaledDown(by: places)
    return rows.indices.compactMap { index in
      let lowest = field.range.map { max(rows[index].from, $0.lowerBound) } ?? rows[index].from
      let next = index + 1 < rows.count ? rows[index + 1].from.gridCeiling(places: places) - unit : nil
      let highest = [next, field.range?.upperBound].compactMap { $0 }.min()?.gridFloor(places: places)
      let low = lowest.gridCeiling(places: places)
      guard let highest else { return RaisableIndicator.Stretch(low: low, high: low, score: rows[index].score) }
      return low <= highest ? RaisableIndicator.Stretch(low: low, high: highest, score: rows[index].score) : nil
    }
  }

  /// Whole numbers for counts and levels; else two decimals, or finer where a hundred steps would not fit between worst and best.
  private func line(_ field: Field, worst: Fraction, best: Fraction, clamp: Bool) -> RaisableIndicator.Ascent {
    var places = field.kind == .number ? 2 : 0
    while field.kind == .number, places < 12, (best - worst).magnitude < Fraction(100) * Fraction.one.scaledDown(by: places) { places += 1 }
    let isRising = worst < best
    // Beyond the best value there is nothing to win; without a clamp there is nothing at all.
    let last = isRising == clamp ? best.gridCeiling(places: places) : best.gridFloor(places: places)
    let range = field.range
    let first = isRising ? worst.gridCeiling(places: places) : worst.gridFloor(places: places)
    guard let range else { return .line(from: first, to: last, places: places) }
    let (low, high) = (range.lowerBound.gridCeiling(places: places), range.upperBound.gridFloor(places: places))
    let end = isRising ? min(last, high) : max(last, low)
    let start = isRising ? max(first, low) : min(first, high)
    return .line(from: (isRising ? start < end : start > end) ? start : nil, to: end, places: places)
  }
}

extension PlanScale {
  /// Whether it reads a yes or no.
  fileprivate var isAnswer: Bool {
    if case .cell(_, .yesNo) = self { return true }
    return false
  }
}

extension MissingPolicy {
  /// Whether another year's value stands in the place of what is missing.
  fileprivate var carries: Bool {
    if case .carry = self { return true }
    return false
  }
}
