internal import Expressions
public import Observations
public import RuleModel

/// Why a score is what it is: one part on one rung for one entity, down to the observed cells.
public struct Trace: Sendable {
  /// What was observed in one field.
  public struct Observed: Sendable {
    /// The field.
    public let field: String
    /// The path of the entity that it is recorded for, where that is another one than the part's: above it, or below it.
    public let entity: String?
    /// What was recorded, nil if nothing was.
    public let value: ObservedValue?
    /// Where it was recorded.
    public let place: CellPlace?
    /// What stands in the place of a missing value, carried over from the year of an earlier edition.
    public let carried: Carried?
  }

  /// A value that another year recorded.
  public struct Carried: Sendable {
    /// The edition of that year.
    public let edition: String
    /// What was recorded.
    public let value: ObservedValue
    /// Where it was recorded: the file and its line.
    public let place: String?
  }

  /// The id of the part.
  public let part: String
  /// The rung, 0 for the top.
  public let rung: Int
  /// The path of the entity.
  public let entity: String
  /// The value; nil if there is none.
  public let value: Fraction?
  /// What the parts of a group give together, where goalposts bring it to the scale; nil elsewhere.
  public let combined: Fraction?
  /// The weight beside its siblings; nil for the root and for entities that count alike.
  public let weight: Fraction?
  /// How much of the node above it is, 0 to 1; nil for the root and where it does not count.
  public let share: Fraction?
  /// Whether `below` are the same part's entities of the next rung, not other parts.
  public let isCombinedUp: Bool
  /// What the value is made of.
  public let below: [Trace]
  /// The observed cells, for an indicator on its own rung.
  public let observed: [Observed]
}

extension ScoreTable {
  /// Returns the trace of an institution's total. Complexity: linear in the cells of the institution.
  public func trace(of institution: Int) -> Trace {
    trace(part: 0, rung: 0, entity: institution, weight: nil, share: nil)
  }

  private func trace(part: Int, rung: Int, entity: Int, weight: Fraction?, share: Fraction?) -> Trace {
    let node = plan.nodes[part]
    let isCombinedUp = rung < node.rung
    let below: [Trace]
    var observed: [Trace.Observed] = []
    if isCombinedUp {
      below = entitiesBelow(part, rung, entity)
    } else if case .leaf(let scale) = node.body {
      below = []
      observed = scale.columns.flatMap { cells($0, of: entity, on: rung, by: node.missing) }
    } else {
      below = partsBelow(part, rung, entity)
    }
    return Trace(
      part: node.id, rung: rung, entity: observations.population.rungs[rung][entity].path,
      value: values.value(part, on: rung, of: entity), combined: combined(part, rung, entity), weight: weight,
      share: share, isCombinedUp: isCombinedUp, below: below,
      observed: observed)
  }

  /// The cells of a field that an entity's score was made of: its own, that of an entity above it, or those of all below it.
  private func cells(_ column: Int, of entity: Int, on rung: Int, by policy: MissingPolicy) -> [Trace.Observed] {
    let field = plan.fields[column]
    let population = observations.population
    let owners =
      field.rung > rung
      ? Array(population.entities(on: field.rung, under: entity, of: rung)).filter { survey.presence(of: $0, on: field.rung) == .there }
      : [population.ancestor(of: entity, from: rung, on: field.rung)]
    let recorded = observations.columns[field.id]
    return owners.map { owner in
      let value = recorded?.value(of: owner)
      return Trace.Observed(
        field: field.id, entity: field.rung == rung ? nil : population.rungs[field.rung][owner].path, value: value,
        place: recorded?.place(of: owner), carried: value == nil ? carried(column, of: owner, by: policy) : nil)
    }
  }

  private func carried(_ column: Int, of entity: Int, by policy: MissingPolicy) -> Trace.Carried? {
    guard case .carry(let edition) = policy, let cell = survey.earlier[edition]?[column][entity] else { return nil }
    let place = placeOfCarried(plan.fields[column].id, of: entity, rung: plan.fields[column].rung, in: edition)
    return switch cell {
    case .value(let number): Trace.Carried(edition: edition, value: .number(number), place: place)
    case .text(let text): Trace.Carried(edition: edition, value: .text(text), place: place)
    case .missing, .unseen: nil
    }
  }

  /// Where an earlier year recorded a value. Complexity: linear in that year's entities.
  private func placeOfCarried(_ field: String, of entity: Int, rung: Int, in earlierEdition: String) -> String? {
    guard let table = earlier[earlierEdition],
      let index = table.population.index(of: observations.population.rungs[rung][entity].path, on: rung),
      let place = table.columns[edition.earlierName(of: field, in: earlierEdition)]?.place(of: index)
    else { return nil }
    return table.files[place.file].place(ofLine: place.line)
  }

  /// What the parts of a group give together before its goalposts; nil where there are none, and where a policy gave the score.
  private func combined(_ part: Int, _ rung: Int, _ entity: Int) -> Fraction? {
    let node = plan.nodes[part]
    guard node.goalposts != nil, rung == node.rung, case .group(let combine) = node.body, applies(node, entity),
      values.value(part, on: rung, of: entity) != nil
    else { return nil }
    let members = node.children.compactMap { child in
      values.value(child, on: rung, of: entity).map { (weight: plan.nodes[child].weight, value: $0) }
    }
    return Plan.combined(members, combine, precision: node.precision)
  }

  /// Whether the condition of a part holds for an entity, by its own year or one that is carried over.
  private func applies(_ node: Plan.Node, _ entity: Int) -> Bool {
    guard let condition = node.condition else { return true }
    if condition.value(of: entity, on: node.rung, in: survey) == .boolean(true) { return true }
    guard case .carry(let edition) = node.missing, let earlier = survey.carrying(edition) else { return false }
    return condition.value(of: entity, on: node.rung, in: survey) == .unknown
      && condition.value(of: entity, on: node.rung, in: earlier) == .boolean(true)
  }

  private func partsBelow(_ part: Int, _ rung: Int, _ entity: Int) -> [Trace] {
    guard case .group(let combine) = plan.nodes[part].body else { return [] }
    let members = plan.nodes[part].children.map { (id: $0, weight: plan.nodes[$0].weight, value: values.value($0, on: rung, of: entity)) }
    let own = values.value(part, on: rung, of: entity)
    let total = members.filter { $0.value != nil }.map(\.weight).sum()
    return members.map { member in
      let share: Fraction? =
        switch (member.value, combine) {
        case (nil, _): nil
        case (_, .mean), (_, .geometricMean): member.weight / total
        case (_, .sum): member.weight
        case (let value, .min), (let value, .max): value == own ? .one : .zero
        }
      return trace(part: member.id, rung: rung, entity: entity, weight: member.weight, share: share)
    }
  }

  private func entitiesBelow(_ part: Int, _ rung: Int, _ entity: Int) -> [Trace] {
    let members = observations.population.rungs[rung][entity].children.map { child in
      (
        id: child, weight: survey.weight(of: child, on: rung + 1, plan.combines[rung + 1]),
        value: values.value(part, on: rung + 1, of: child)
      )
    }
    let counted = members.filter { $0.value != nil }.compactMap(\.weight)
    let total = counted.sum()
    return members.map { member in
      let share: Fraction? =
        switch (member.value, member.weight, plan.combines[rung + 1]) {
        case (nil, _, _), (_, nil, _), (_, _, .median), (_, _, .min), (_, _, .max): nil
        case (_, _, .sum): .one
        case (_, let weight?, _): weight / total
        }
      let weight = plan.combines[rung + 1].isWeighted ? member.weight : nil
      return trace(part: part, rung: rung + 1, entity: member.id, weight: weight, share: share)
    }
  }
}

extension Plan.Combine {
  /// Whether the entities of a rung differ in what they count.
  fileprivate var isWeighted: Bool {
    switch self {
    case .weightedByColumn, .weightedByKind, .weightedByCount: true
    case .mean, .sum, .min, .max, .median: false
    }
  }
}
