import Observations
import RuleDiagnostics
import RuleModel

/// The same scores once more, slowly: written from the words of the rule language, part by part and entity by entity, without a plan.
struct NaiveScorer {
  /// What a part is worth for an entity.
  enum Worth: Equatable {
    case points(Fraction)
    /// Nothing was observed that could give points.
    case none
    /// Something is missing that the rules insist on.
    case refused

    var points: Fraction? {
      if case .points(let points) = self { points } else { nil }
    }
  }

  let edition: Edition
  let table: ObservationTable

  /// The worth of `part`, which its group weighs on the rung `top`; 0 for the total.
  func worth(_ part: Part, weighedOn top: Int, for entity: Int, on rung: Int) -> Worth {
    let own = edition.height(of: part.rung) ?? 0
    let worth =
      if rung < own {
        // Not there yet: combine it up from the rung below.
        combinedUp(from: rung + 1, of: entity) { self.worth(part, weighedOn: top, for: $0, on: rung + 1) }
      } else {
        switch part.body {
        case .leaf(let scale): observed(scale, part.missing, entity)
        case .group(let combine, let parts):
          between(part.goalposts, group(combine, parts) { self.worth($0, weighedOn: own, for: entity, on: rung) })
        }
      }
    guard case .points(let points) = worth, let rounding = part.rounding else { return worth }
    let isPublication = part == edition.score && rung == 0
    let isNamed = rounding.rungs.map { $0.contains(edition.rungs[rung].id.value) } ?? (rung == top)
    return isNamed && !isPublication ? .points(points.rounded(places: rounding.places, mode: rounding.mode)) : worth
  }

  // MARK: Indicators

  private func observed(_ scale: Scale, _ missing: MissingPolicy, _ entity: Int) -> Worth {
    let cells = scale.fields.map { table.value(of: $0, for: entity)?.number }
    let values = cells.compactMap(\.self)
    guard values.count == cells.count else {
      return switch missing {
      case .error, .carry: .refused
      case .skip: .none
      case .zero: .points(edition.scale.lowerBound)
      case .value(let points): .points(points)
      }
    }
    let (low, high) = (edition.scale.lowerBound, edition.scale.upperBound)
    switch scale {
    case .yesNo(_, let invert): return .points((values[0] == .one) != invert ? high : low)
    case .checklist(let items, let atLeast):
      let met = zip(items, values).map { $1 == .one ? $0.points : .zero }.reduce(.zero, +)
      if let atLeast, met >= atLeast { return .points(high) }
      return .points(low + met * (high - low) / items.map(\.points).reduce(.zero, +))
    case .levels(_, let rows): return rows.first { $0.level == values[0] }.map { .points($0.score) } ?? .none
    case .bands(_, let rows):
      var score = low
      for row in rows where !(values[0] < row.from) { score = row.score }
      return .points(score)
    case .linear(_, let worst, let best, let clamp, logarithmic: false):
      let points = low + (high - low) * (values[0] - worst) / (best - worst)
      return .points(clamp ? (points < low ? low : points > high ? high : points) : points)
    case .linear, .formula: preconditionFailure("the random years hold no logarithms and no formulas; they have tests of their own")
    }
  }

  // MARK: Groups

  private func group(_ combine: Part.Combine, _ parts: [Part], _ worth: (Part) -> Worth) -> Worth {
    let worths = parts.map(worth)
    if worths.contains(.refused) { return .refused }
    let there = zip(parts, worths).compactMap { part, worth in worth.points.map { (weight: part.weight.value, points: $0) } }
    guard !there.isEmpty else { return .none }
    let sum = there.map { $0.weight * $0.points }.reduce(.zero, +)
    switch combine {
    case .mean: return .points(sum / there.map(\.weight).reduce(.zero, +))
    case .sum: return .points(sum / (edition.weightsSum ?? parts.map(\.weight.value).reduce(.zero, +)))
    case .min: return .points(there.map(\.points).sorted()[0])
    case .max: return .points(there.map(\.points).sorted()[there.count - 1])
    case .geometricMean: preconditionFailure("the random years hold no geometric means; they have tests of their own")
    }
  }

  /// What is combined, measured from the worst goalpost to the best; beyond them there is nothing, unless it is cut off there.
  private func between(_ goalposts: Goalposts?, _ worth: Worth) -> Worth {
    guard let goalposts, case .points(let combined) = worth else { return worth }
    let (low, high) = (edition.scale.lowerBound, edition.scale.upperBound)
    let points = low + (high - low) * (combined - goalposts.worst) / (goalposts.best - goalposts.worst)
    if points < low { return goalposts.clamp ? .points(low) : .refused }
    if points > high { return goalposts.clamp ? .points(high) : .refused }
    return .points(points)
  }

  // MARK: Ladder

  private func combinedUp(from rung: Int, of parent: Int, _ worth: (Int) -> Worth) -> Worth {
    let entities = table.population.rungs[rung].indices.filter { table.population.rungs[rung][$0].parent == parent }
    let worths = entities.map { (entity: $0, worth: worth($0)) }
    if worths.contains(where: { $0.worth == .refused }) { return .refused }
    let combine = edition.rungs[rung].combine.value
    var there: [(weight: Fraction, points: Fraction)] = []
    for (entity, worth) in worths {
      guard let points = worth.points else { continue }
      switch combine {
      case .weightedByField(let field):
        guard let weight = table.value(of: field, for: entity)?.number else { return .refused }
        there.append((weight, points))
      case .weightedByKind(let weights):
        // A kind without a weight is reported; the entity counts nothing.
        guard let weight = table.population.rungs[rung][entity].kind.flatMap({ weights[$0] }) else { continue }
        there.append((weight, points))
      case .weightedByCount(let lower):
        let path = table.population.rungs[rung][entity].path + "/"
        let height = edition.height(of: lower) ?? rung
        there.append((Fraction(table.population.rungs[height].count { $0.path.hasPrefix(path) }), points))
      case .mean, .sum, .min, .max, .median: there.append((.one, points))
      }
    }
    let sorted = there.map(\.points).sorted()
    let weights = there.map(\.weight).reduce(.zero, +)
    guard weights > .zero else { return .none }
    return switch combine {
    case .sum: .points(sorted.reduce(.zero, +))
    case .min: .points(sorted[0])
    case .max: .points(sorted[sorted.count - 1])
    case .median: .points((sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / Fraction(2))
    default: .points(there.map { $0.weight * $0.points }.reduce(.zero, +) / weights)
    }
  }
}
