internal import Observations
package import RuleModel

/// What the entities of a rung count beside their siblings.
package enum EntityWeights: Sendable {
  /// All the same.
  case alike
  /// Whole numbers, of which only the ratios matter; 0 for who has no weight.
  case whole([Int64])
  /// Numbers without a common unit of one machine word; nil for who has no weight.
  case exact([Fraction?])

  /// The weight of an entity; nil if it has none.
  func weight(of entity: Int) -> Fraction? {
    switch self {
    case .alike: .one
    case .whole(let weights): weights[entity] > 0 ? Fraction(Int(weights[entity])) : nil
    case .exact(let weights): weights[entity]
    }
  }
}

extension Survey {
  /// What the entities of a rung count under a ladder. Complexity: linear in the entities of the rung and of the rungs that are counted.
  func weights(on rung: Int, _ combine: Plan.Combine) -> EntityWeights {
    let entities = population.rungs[rung]
    switch combine {
    case .mean, .sum, .min, .max, .median: return .alike
    case .weightedByColumn(let column):
      let positive = cells[column].distinct.map { cell -> Fraction? in
        if case .value(let weight) = cell, weight > .zero { weight } else { nil }
      }
      return EntityWeights(cells[column].codes.lazy.map { $0 < 0 ? nil : Int($0) }, of: positive)
    case .weightedByKind(let weights):
      let kinds = weights.keys.sorted()
      let numbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
      let numberOf = population.kinds(on: rung).map { numbers[$0] }
      return EntityWeights(
        entities.indices.lazy.map { population.kind(of: $0, on: rung).flatMap { numberOf[$0] } }, of: kinds.map { weights[$0] })
    case .weightedByCount(let lower):
      return .whole(
        entities.indices.map { entity in
          let below = population.entities(on: lower, under: entity, of: rung)
          return Int64(isComplete(lower) ? below.count : below.count { presence(of: $0, on: lower) != .absent })
        })
    }
  }
}

extension Survey {
  /// What an entity counts beside its siblings under a ladder, as the rules write it; nil if the ladder gives it no weight.
  func weight(of entity: Int, on rung: Int, _ combine: Plan.Combine) -> Fraction? {
    switch combine {
    case .mean, .sum, .min, .max, .median: return .one
    case .weightedByColumn(let column):
      guard case .value(let weight) = cells[column][entity], weight > .zero else { return nil }
      return weight
    case .weightedByKind(let weights): return population.rungs[rung][entity].kind.flatMap { weights[$0] }
    case .weightedByCount(let lower):
      let count = population.entities(on: lower, under: entity, of: rung).count { presence(of: $0, on: lower) != .absent }
      return count > 0 ? Fraction(count) : nil
    }
  }
}

extension EntityWeights {
  /// The weights of entities that each take one of `weights`, or none.
  fileprivate init(_ numbers: some Sequence<Int?>, of weights: [Fraction?]) {
    guard let (whole, _) = wholeNumbers(weights.map { $0 ?? .zero }) else {
      self = .exact(numbers.map { $0.flatMap { weights[$0] } })
      return
    }
    self = .whole(numbers.map { $0.map { whole[$0] } ?? 0 })
  }
}
