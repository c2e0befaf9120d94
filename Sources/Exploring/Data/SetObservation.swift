public import Observations
internal import RuleDiagnostics

/// An observation that is to be another one.
public struct SetObservation: Sendable, Equatable {
  /// The path of the entity.
  public let entity: String
  /// The field.
  public let field: String
  /// What was recorded; nil if nothing was.
  public let from: ObservedValue?
  /// What is to stand there.
  public let to: ObservedValue
}

extension ObservationTable {
  /// Lists what `values` would put in the place of what stands here, by field and entity. Complexity: linear in the cells of `values`, times
  /// the logarithm of the number of siblings.
  public func replacements(by values: ObservationTable) -> [SetObservation] {
    let places = places(of: values.population)
    return values.columns.sorted { $0.key.precedesByBytes($1.key) }.flatMap { field, column in
      column.values.enumerated().compactMap { entity, value in
        value.map { value in
          SetObservation(
            entity: values.population.rungs[column.rung][entity].path, field: field,
            from: places[column.rung][entity].flatMap { columns[field]?.value(of: $0) }, to: value)
        }
      }
    }
  }
}
