public import Observations
internal import RuleDiagnostics
public import RuleModel

/// The same scores once more, slowly: written from the words of the rule language, part by part and entity by entity, without a plan, in
/// fractions that are never anything else.
public struct NaiveScore {
  /// What a part is worth for an entity.
  public enum Worth: Equatable {
    case points(Fraction)
    /// Nothing was observed that could give points, or the part does not apply.
    case none
    /// Something is missing that the rules insist on, or a formula failed.
    case refused

    /// The points, if there are any.
    public var points: Fraction? {
      if case .points(let points) = self { points } else { nil }
    }
  }

  let edition: Edition
  let table: ObservationTable
  let earlier: [String: ObservationTable]

  private var low: Fraction { edition.scale.lowerBound }
  private var high: Fraction { edition.scale.upperBound }

  /// Makes the scores of a table; `earlier` holds the years that can be carried over.
  public init(_ edition: Edition, of table: ObservationTable, carrying earlier: [String: ObservationTable] = [:]) {
    self.edition = edition
    self.table = table
    self.earlier = earlier
  }

  /// The worth of `part`, which its group weighs on the rung `top`, for an entity of `rung`; 0 is the top of the ladder.
  public func worth(_ part: Part, weighedOn top: Int, for entity: Int, on rung: Int) -> Worth {
    let own = edition.height(of: part.rung) ?? 0
    let worth =
      if rung < own {
        // Not there yet: combine it up from the rung below.
        combinedUp(from: rung + 1, of: entity) { self.worth(part, weighedOn: top, for: $0, on: rung + 1) }
      } else {
        whereItApplies(part, entity, on: rung) {
          switch part.body {
          case .leaf(let scale): observed(scale, part, entity, on: rung)
          case .group(let combine, let parts):
            between(part.goalposts, group(combine, part.precision, parts) { self.worth($0, weighedOn: own, for: entity, on: rung) })
          }
        }
      }
    guard case .points(let points) = worth, let rounding = part.rounding else { return worth }
    let isPublication = part.id == edition.score.id && rung == 0
    let isNamed = rounding.rungs.map { $0.contains(edition.rungs[rung].id.value) } ?? (rung == top)
    return isNamed && !isPublication ? .points(naivelyRounded(points, rounding.places, rounding.mode)) : worth
  }

  /// The step of the zones in which a total lies: by the published figure, unless the rules say otherwise.
  public func zone(of total: Fraction) -> String? {
    let figure = edition.zones.usesExactTotal ? total : published(total)
    var found: String?
    for step in edition.zones.steps where !(figure < step.from.value) { found = step.id.value }
    return found
  }

  /// The total as it is published.
  public func published(_ total: Fraction) -> Fraction {
    guard let rounding = edition.score.rounding, rounding.rungs?.contains(edition.rungs[0].id.value) ?? true else { return total }
    return naivelyRounded(total, rounding.places, rounding.mode)
  }

  /// What a flag says of an institution; nil if it is not known.
  public func flag(_ flag: Flag, of institution: Int) -> Bool? {
    if case .truth(let holds) = said(flag.condition.value, of: institution, on: 0, from: nil) { holds } else { nil }
  }

  // MARK: Conditions

  private func whereItApplies(_ part: Part, _ entity: Int, on rung: Int, _ worth: () -> Worth) -> Worth {
    guard let condition = part.condition?.value else { return worth() }
    switch asked(condition, part, entity, on: rung) {
    case .truth(true): return worth()
    case .truth(false):
      return switch part.notApplicable {
      case .skip: .none
      case .zero: .points(low)
      case .full: .points(high)
      }
    case .unknown: return hasKinds(condition, entity, on: rung) ? withoutObservation(part.missing) : .refused
    default: return .refused
    }
  }

  /// What an expression of a part says, with what an earlier year recorded if it is needed and the part carries it over.
  private func asked(_ text: String, _ part: Part, _ entity: Int, on rung: Int) -> NaiveExpression.Value {
    let answer = said(text, of: entity, on: rung, from: nil)
    guard answer == .unknown, case .carry(let year) = part.missing else { return answer }
    return said(text, of: entity, on: rung, from: year)
  }

  /// What an expression says of an entity. A name is a field of its rung or of one above, a list of those below, or a kind.
  private func said(_ text: String, of entity: Int, on rung: Int, from year: String?) -> NaiveExpression.Value {
    NaiveExpression.value(of: text) { name in
      let words = name.split(separator: ".").map(String.init)
      if words.count == 2, words[1] == "kind", let height = edition.height(of: words[0]) {
        return kind(of: ancestor(of: entity, on: rung, at: height), on: height).map { .text($0) } ?? .unknown
      }
      guard let field = edition.field(words[words.count - 1]), let height = edition.height(of: field.rung) else { return .fault }
      func value(of entity: Int) -> NaiveExpression.Value {
        switch recorded(field.id.value, of: entity, on: height, from: year) {
        case .number(let number): field.kind == .yesNo ? .truth(number == .one) : .number(number)
        case .text(let text): .text(text)
        case nil: .unknown
        }
      }
      guard height > rung else { return value(of: ancestor(of: entity, on: rung, at: height)) }
      return .list(table.population.rungs[height].indices.filter { ancestor(of: $0, on: height, at: rung) == entity }.map { value(of: $0) })
    }
  }

  /// Whether every kind that an expression asks for is known.
  private func hasKinds(_ text: String, _ entity: Int, on rung: Int) -> Bool {
    (0...rung).allSatisfy { height in
      !text.contains("\(edition.rungs[height].id.value).kind") || kind(of: ancestor(of: entity, on: rung, at: height), on: height) != nil
    }
  }

  // MARK: Indicators

  private func observed(_ scale: Scale, _ part: Part, _ entity: Int, on rung: Int) -> Worth {
    if case .formula(let text, _) = scale {
      switch asked(text, part, entity, on: rung) {
      case .number(let points): return points < low || points > high ? .refused : .points(points)
      case .unknown: return hasKinds(text, entity, on: rung) ? withoutObservation(part.missing) : .refused
      default: return .refused
      }
    }
    for year in [nil, carried(part.missing)] {
      let cells = scale.fields.map { recorded($0, of: entity, on: rung, from: year)?.number }
      if let points = points(scale, part.precision, cells.compactMap(\.self), of: cells.count) { return .points(points) }
    }
    return withoutObservation(part.missing)
  }

  private func withoutObservation(_ policy: MissingPolicy) -> Worth {
    switch policy {
    case .error, .carry: .refused
    case .skip: .none
    case .zero: .points(low)
    case .value(let points): .points(points)
    }
  }

  /// What the values of an indicator's fields are worth; nil if some are not there.
  private func points(_ scale: Scale, _ precision: Int?, _ values: [Fraction], of count: Int) -> Fraction? {
    guard values.count == count else { return nil }
    switch scale {
    case .yesNo(_, let invert): return (values[0] == .one) != invert ? high : low
    case .checklist(let items, let atLeast):
      let met = zip(items, values).map { $1 == .one ? $0.points : .zero }.reduce(.zero, +)
      if let atLeast, met >= atLeast { return high }
      return low + met * (high - low) / items.map(\.points).reduce(.zero, +)
    case .levels(_, let rows): return rows.first { $0.level == values[0] }?.score
    case .bands(_, let rows):
      var score = low
      for row in rows where !(values[0] < row.from) { score = row.score }
      return score
    case .linear(_, let worst, let best, let clamp, let isLogarithmic):
      let isWorse = isLogarithmic && values[0].signum <= 0
      let share =
        !isLogarithmic
        ? (values[0] - worst) / (best - worst)
        : isWorse ? (worst < best ? .zero : .one) : naiveLogShare(of: values[0], worst, best, places: precision ?? 12)
      return low + (high - low) * (clamp || isWorse ? (share < .zero ? .zero : share > .one ? .one : share) : share)
    case .formula: return nil
    }
  }

  // MARK: Groups

  private func group(_ combine: Part.Combine, _ precision: Int?, _ parts: [Part], _ worth: (Part) -> Worth) -> Worth {
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
    case .geometricMean: return .points(naiveGeometricMean(there, places: precision ?? 12))
    }
  }

  /// What is combined, measured from the worst goalpost to the best; beyond them there is nothing, unless it is cut off there.
  private func between(_ goalposts: Goalposts?, _ worth: Worth) -> Worth {
    guard let goalposts, case .points(let combined) = worth else { return worth }
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
        guard let weight = kind(of: entity, on: rung).flatMap({ weights[$0] }) else { continue }
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

  // MARK: Data

  private func kind(of entity: Int, on rung: Int) -> String? { table.population.rungs[rung][entity].kind }

  private func ancestor(of entity: Int, on rung: Int, at height: Int) -> Int {
    var (entity, rung) = (entity, rung)
    while rung > height { (entity, rung) = (table.population.rungs[rung][entity].parent, rung - 1) }
    return entity
  }

  private func carried(_ policy: MissingPolicy) -> String? {
    if case .carry(let year) = policy { year } else { nil }
  }

  /// What was recorded of an entity, or, if nothing was, in an earlier year.
  private func recorded(_ field: String, of entity: Int, on rung: Int, from year: String?) -> ObservedValue? {
    if let value = table.value(of: field, for: entity) { return value }
    guard let year, let before = earlier[year] else { return nil }
    let path = table.population.rungs[rung][entity].path
    return before.population.rungs[rung].firstIndex { $0.path == path }.flatMap { before.value(of: field, for: $0) }
  }
}
