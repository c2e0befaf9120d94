internal import Observations
internal import RuleDiagnostics
internal import RuleModel

/// An entity with values that lacks the field by which the ladder weighs it.
struct UnweighedEntity {
  /// The field.
  let field: String
  /// The rung of the entity, 1 or lower down.
  let rung: Int
  /// The entity on that rung.
  let entity: Int
  /// The entity of the top rung to which it belongs.
  let institution: Int
  /// Whether the total rests on it.
  let isCounted: Bool
}

extension Plan {
  /// Lists the entities that cannot be weighed, by rung. Complexity: linear in the entities times the parts.
  func unweighed(in survey: Survey, _ values: PartValues, _ closed: ClosedGroups) -> [UnweighedEntity] {
    combines.indices.dropFirst().flatMap { rung -> [UnweighedEntity] in
      guard case .weightedByColumn(let column) = combines[rung] else { return [] }
      return survey.cells[column].indices.compactMap { entity -> UnweighedEntity? in
        guard survey.cells[column].codes[entity] == CellColumn.missing else { return nil }
        let parts = nodes.indices.filter { values.value($0, on: rung, of: entity) != nil }
        guard !parts.isEmpty else { return nil }
        let parent = survey.population.parent(of: entity, on: rung)
        return UnweighedEntity(
          field: fields[column].id, rung: rung, entity: entity,
          institution: survey.population.ancestor(of: entity, from: rung, on: 0),
          isCounted: parts.contains { closed.reachTotal(from: $0, for: parent, on: rung - 1) })
      }
    }
  }
}

extension UnweighedEntity {
  /// Reports that the entity cannot be weighed.
  func report(_ edition: Edition, _ population: Population, log: inout DiagnosticLog) {
    let path = population.rungs[rung][entity].path
    log.error(
      .missingObservation, at: edition.rungs[rung].combine.range,
      Words(
        id: "`\(path)` tidak punya nilai untuk `\(field)`, yang menentukan bobotnya",
        en: "`\(path)` has no value for `\(field)`, by which the ladder weighs it"),
      help: Words(id: "tambahkan baris `\(path)`, `\(field)` pada data", en: "add a row `\(path)`, `\(field)` to the data"))
  }
}
