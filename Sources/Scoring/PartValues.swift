internal import Observations
public import RuleModel

/// The values of all parts on all rungs, of one evaluation.
public struct PartValues: Sendable {
  /// By part and rung; empty on the rungs below a part's own, and where nothing was worked out yet.
  private(set) var columns: [[ExactColumn]]
  let plan: Plan
  private let survey: Survey
  /// What the entities of each rung count, as far as it was worked out.
  let weights: [EntityWeights?]
  /// Where a value was taken away.
  private var forgotten: Set<Place> = []

  /// A part of an entity.
  private struct Place: Hashable {
    let part: Int
    let rung: Int
    let entity: Int
  }

  init(columns: [[ExactColumn]], plan: Plan, survey: Survey, weights: [EntityWeights?]) {
    self.columns = columns
    self.plan = plan
    self.survey = survey
    self.weights = weights
  }

  /// Returns the value of a part for an entity of a rung, nil if it has none there.
  ///
  /// Complexity: constant for groups; for an indicator above the rung on which its group weighs it, linear in the entities below.
  public func value(_ part: Int, on rung: Int, of entity: Int) -> Fraction? {
    guard forgotten.isEmpty || !forgotten.contains(Place(part: part, rung: rung, entity: entity)) else { return nil }
    let column = columns[part][rung]
    if !column.isEmpty { return column.indices.contains(entity) ? column[entity] : nil }
    guard rung < plan.nodes[part].rung, survey.population.rungs[rung].indices.contains(entity) else { return nil }
    let below = survey.population.children(of: entity, on: rung).compactMap { child -> (weight: Fraction, value: Fraction)? in
      guard let value = self.value(part, on: rung + 1, of: child), let weight = weights[rung + 1]?.weight(of: child) else { return nil }
      return (weight, value)
    }
    return Plan.combined(below, plan.combines[rung + 1]).map { plan.nodes[part].rounding[rung]?($0) ?? $0 }
  }

  /// Returns the values of a part for all entities of a rung as whole numbers of the last decimal that a rounding keeps; nil where there is
  /// none, and where the number has more than 18 digits.
  ///
  /// Complexity: linear in the entities.
  public func units(_ part: Int, on rung: Int, of rounding: Rounding) -> [Int?] {
    let worked = columns[part][rung]
    let column = worked.isEmpty ? ExactColumn(survey.population.rungs[rung].indices.map { value(part, on: rung, of: $0) }) : worked
    return column.units(of: rounding)
  }

  /// Returns the total of an entity of the top rung.
  public func total(of entity: Int) -> Fraction? {
    value(0, on: 0, of: entity)
  }

  /// Whether a value was taken away.
  func isForgotten(_ part: Int, on rung: Int, of entity: Int) -> Bool {
    forgotten.contains(Place(part: part, rung: rung, entity: entity))
  }

  /// Takes a value away.
  mutating func forget(_ part: Int, on rung: Int, of entity: Int) {
    forgotten.insert(Place(part: part, rung: rung, entity: entity))
    if columns[part][rung].indices.contains(entity) { columns[part][rung].remove(entity) }
  }
}
