internal import Observations
public import RuleDiagnostics
internal import RuleModel
public import Scoring

extension ScoreTable {
  /// Returns what would bring an institution into a zone: a colour such as `hijau`, or a step such as `b`.
  ///
  /// Reports a zone that the rules do not know. Nil after that, and for an institution without a score.
  ///
  /// Complexity: for each indicator an evaluation of the parts above it for each of its floors, on a line for the logarithm of its steps.
  public func target(_ zone: String, of institution: Int, log: inout DiagnosticLog) -> Target? {
    guard let (step, isColour) = edition.zones.step(named: zone) else {
      edition.zones.reportUnknown(zone, log: &log)
      return nil
    }
    return Rescoring(self, institution: institution).map { TargetSearch($0, step: step, isColour: isColour).target() }
  }
}

extension ZoneLadder {
  /// The step of that id, or the lowest of that colour; letters count alike in either case.
  func step(named name: String) -> (step: ZoneStep, isColour: Bool)? {
    let wanted = name.lowercased()
    if let step = steps.first(where: { $0.id.value.lowercased() == wanted && $0.colour.lowercased() != wanted }) { return (step, false) }
    return steps.first { $0.colour.lowercased() == wanted }.map { ($0, true) }
  }

  fileprivate func reportUnknown(_ name: String, log: inout DiagnosticLog) {
    let known = colours + steps.map(\.id.value).filter { !colours.contains($0) }
    let list = known.joined(separator: ", ")
    log.error(
      .unknownZone, at: nil, Words(id: "aturan ini tidak punya zona `\(name)`", en: "these rules have no zone `\(name)`"),
      help: nearestName(to: name, among: known).map {
        Words(id: "maksudnya `\($0)`? yang ada: \(list)", en: "did you mean `\($0)`? there are: \(list)")
      } ?? Words(id: "yang ada: \(list)", en: "there are: \(list)"))
  }
}

/// Searches what would bring one institution into a zone. Every answer is scored again by the one evaluator; no rule has a formula here.
struct TargetSearch {
  private let rescoring: Rescoring
  private let step: ZoneStep
  private let isColour: Bool
  private let threshold: ZoneThreshold
  private let raisable: [RaisableIndicator]
  private let notConsidered: [Target.NotConsidered]
  /// Whether raising one indicator can change what another one is worth, or whether it counts.
  private let isEntangled: Bool
  /// Whether what indicators add together is the sum of what they add alone.
  private let isAdditive: Bool

  init(_ rescoring: Rescoring, step: ZoneStep, isColour: Bool) {
    self.rescoring = rescoring
    self.step = step
    self.isColour = isColour
    threshold = ZoneThreshold(of: step, in: rescoring.edition)
    (raisable, notConsidered) = rescoring.raisableIndicators()
    isEntangled = rescoring.isEntangled(raisable)
    isAdditive = !isEntangled && rescoring.plan.isAdditive
  }

  func target() -> Target {
    let entity = rescoring.survey.population.rungs[0][0]
    let isReached = threshold.isReached(by: rescoring.total)
    let gains = gains(of: raisable)
    return Target(
      edition: rescoring.edition, entity: entity.path, name: entity.name, total: rescoring.total, step: step, isColour: isColour,
      threshold: threshold, best: outcome(rescoring.total(with: everything(raisable)) ?? rescoring.total),
      single: isReached ? [] : single(),
      fewest: isReached ? nil : answer(from: TargetSearch.largestFirst(gains)), isFewestProven: isAdditive,
      fewestPoints: isReached ? nil : answer(from: TargetSearch.mostPerPointFirst(gains)),
      units: isReached ? [] : units(), notConsidered: notConsidered)
  }

  private func outcome(_ total: Fraction) -> Target.Outcome {
    Target.Outcome(total: total, zone: rescoring.edition.zone(of: total), reaches: threshold.isReached(by: total))
  }

  private func reaches(_ changes: [Rescoring.Change]) -> Bool {
    rescoring.total(with: changes).map { threshold.isReached(by: $0) } ?? false
  }

  // MARK: One indicator

  private func single() -> [Target.Answer] {
    let answers = raisable.compactMap { indicator in
      indicator.smallest { reaches(indicator.changes(to: $0)) }.flatMap { answer(raising: [(indicator, $0)]) }
    }
    // Where few entities have to change comes first; then the order of the rules.
    return answers.enumerated().sorted { left, right in
      let (a, b) = (left.element.raised.map(\.entities).reduce(0, +), right.element.raised.map(\.entities).reduce(0, +))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }

  // MARK: Several indicators

  /// What an indicator at its best adds alone: to the total, and to its own value for the institution.
  private struct Gain {
    let indicator: RaisableIndicator
    let best: Floor
    let gain: Fraction
    let points: Fraction
  }

  private func gains(of indicators: [RaisableIndicator]) -> [Gain] {
    indicators.compactMap { indicator in
      guard let best = indicator.best, let values = rescoring.values(with: indicator.changes(to: best)), let total = values.total(of: 0)
      else { return nil }
      let old = rescoring.values.value(indicator.part, on: 0, of: 0)
      let new = values.value(indicator.part, on: 0, of: 0)
      return Gain(
        indicator: indicator, best: best, gain: total - rescoring.total, points: (new ?? .zero) - (old ?? .zero))
    }
  }

  private static func largestFirst(_ gains: [Gain]) -> [Gain] {
    gains.enumerated().sorted { $0.element.gain == $1.element.gain ? $0.offset < $1.offset : $0.element.gain > $1.element.gain }
      .map(\.element)
  }

  /// The most of the total for a point of the indicator first; of two alike the one that can add more.
  private static func mostPerPointFirst(_ gains: [Gain]) -> [Gain] {
    let keyed = largestFirst(gains).map { (gain: $0, share: $0.points.signum > 0 ? $0.gain / $0.points : .zero) }
    return keyed.enumerated().sorted {
      $0.element.share == $1.element.share ? $0.offset < $1.offset : $0.element.share > $1.element.share
    }.map(\.element.gain)
  }

  /// Raises indicators to their best, in order, until the zone is reached; then leaves out whom it does not need, the last first, and asks
  /// of the last one only the smallest floor.
  private func answer(from gains: [Gain]) -> Target.Answer? {
    let all = gains.map { $0.indicator.changes(to: $0.best) }
    var chosen: [Int] = []
    var isReached = false
    for index in gains.indices where !isReached {
      let changes = (chosen + [index]).flatMap { all[$0] }
      // One that takes a point away again, because others read the same field, is of no use here.
      if isEntangled, let with = rescoring.total(with: changes), with < rescoring.total(with: chosen.flatMap { all[$0] }) ?? with {
        continue
      }
      if isEntangled, rescoring.total(with: changes) == nil { continue }
      chosen.append(index)
      isReached = reaches(changes)
    }
    guard isReached else { return nil }
    for index in chosen.reversed() {
      let without = chosen.filter { $0 != index }
      if reaches(without.flatMap { all[$0] }) { chosen = without }
    }
    guard let last = chosen.last else { return nil }
    let others = chosen.dropLast().map { (gains[$0].indicator, gains[$0].best) }
    let fixed = others.flatMap { $0.0.changes(to: $0.1) }
    let floor = gains[last].indicator.smallest { reaches(fixed + gains[last].indicator.changes(to: $0)) } ?? gains[last].best
    return answer(raising: others + [(gains[last].indicator, floor)])
  }

  /// What everything at its best changes. Where indicators depend on each other, those that would take points away stay out.
  private func everything(_ indicators: [RaisableIndicator]) -> [Rescoring.Change] {
    let all = indicators.map { indicator in indicator.best.map { indicator.changes(to: $0) } ?? [] }
    guard isEntangled else { return all.flatMap { $0 } }
    var (kept, total): ([Rescoring.Change], Fraction) = ([], rescoring.total)
    for changes in all where !changes.isEmpty {
      guard let with = rescoring.total(with: kept + changes), with >= total else { continue }
      (kept, total) = (kept + changes, with)
    }
    return kept
  }

  /// Scores floors together and says what they give; nil if they give no score.
  private func answer(raising floors: [(indicator: RaisableIndicator, floor: Floor)]) -> Target.Answer? {
    let changes = floors.flatMap { $0.indicator.changes(to: $0.floor) }
    return rescoring.totalByTheRules(with: changes).map { total in
      Target.Answer(raised: floors.map { raised($0.indicator, to: $0.floor) }, outcome: outcome(total))
    }
  }

  private func raised(_ indicator: RaisableIndicator, to floor: Floor) -> RaisedIndicator {
    let node = rescoring.plan.nodes[indicator.part]
    let entities = rescoring.survey.population.rungs[indicator.rung]
    return RaisedIndicator(
      part: node.id, floor: floor, isBest: indicator.best == floor,
      cells: indicator.changes(to: floor).map { change in
        RaisedCell(
          field: rescoring.plan.fields[change.column].id, rung: indicator.rung, entity: entities[change.entity].path,
          from: rescoring.held(change.column, change.entity, node.missing), to: change.value)
      },
      entities: indicator.entities(changedBy: floor), considered: indicator.places.count, rung: indicator.rung)
  }

  // MARK: One unit

  private func units() -> [Target.UnitAnswer] {
    let population = rescoring.survey.population
    guard population.rungs.count > 1 else { return [] }
    return population.rungs[1].indices.map { unit in
      let own = raisable.filter { $0.rung > 0 }.map { indicator in
        indicator.only(in: population.entities(on: indicator.rung, under: unit, of: 1))
      }
      let best = outcome(rescoring.total(with: everything(own)) ?? rescoring.total)
      return Target.UnitAnswer(
        entity: population.rungs[1][unit].path, name: population.rungs[1][unit].name, best: best,
        fewest: best.reaches ? answer(from: TargetSearch.largestFirst(gains(of: own))) : nil)
    }
  }
}

extension Rescoring {
  /// Whether raising one of the indicators can change what another one is worth, whether it counts, or how much an entity counts.
  fileprivate func isEntangled(_ indicators: [RaisableIndicator]) -> Bool {
    let raised = indicators.filter { $0.best != nil }
    let columns = Set(raised.flatMap { $0.places.flatMap { $0.cells.map(\.column) } })
    let isWeighed = plan.combines.contains { combine in
      if case .weightedByColumn(let column) = combine { columns.contains(column) } else { false }
    }
    let raisedParts = Set(raised.map(\.part))
    let readers = plan.nodes.enumerated().flatMap { part, node -> [Int] in
      let conditions = node.condition?.columns ?? []
      guard case .leaf(let scale) = node.body else { return conditions + conditions }
      // A column that a condition or a formula reads counts twice: it has a reader besides the indicator that is raised.
      return conditions + conditions + scale.columns + (raisedParts.contains(part) ? [] : scale.columns)
    }
    let counts = Dictionary(readers.map { ($0, 1) }, uniquingKeysWith: +)
    return isWeighed || columns.contains { counts[$0, default: 0] > 1 }
  }
}

extension Plan {
  /// Whether the total is a sum over indicators: means and sums alone, without goalposts, rounded nowhere on the way.
  fileprivate var isAdditive: Bool {
    nodes.allSatisfy { node in
      let isSum =
        switch node.body {
        case .group(let combine): combine == .mean || combine == .sum
        case .leaf: true
        }
      return isSum && node.goalposts == nil && node.rounding.allSatisfy { $0 == nil }
    }
      && combines.dropFirst().allSatisfy { combine in
        switch combine {
        case .mean, .sum, .weightedByKind, .weightedByCount, .weightedByColumn: true
        case .min, .max, .median: false
        }
      }
  }
}
