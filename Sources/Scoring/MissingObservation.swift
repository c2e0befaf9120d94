internal import Observations
public import RuleModel

/// An observation that should have been recorded and was not.
public struct MissingObservation: Sendable, Hashable {
  /// The part that wanted to read it.
  public let part: String
  /// The field.
  public let field: String
  /// The rung of the field, 0 for the top.
  public let rung: Int
  /// The entity on that rung.
  public let entity: Int
  /// The entity of the top rung to which it belongs.
  public let institution: Int
  /// What the rules make of it.
  public let policy: MissingPolicy
}

extension Plan {
  /// Lists the missing observations of a survey, by part and entity. Complexity: linear in the number of cells.
  func missing(in survey: Survey) -> [MissingObservation] {
    nodes.flatMap { node -> [MissingObservation] in
      guard case .leaf(let scale) = node.body else { return [] }
      return scale.columns.flatMap { column in
        survey.cells[column].indices.filter { survey.cells[column][$0] == .missing }.map { entity in
          MissingObservation(
            part: node.id, field: fields[column].id, rung: node.rung, entity: entity,
            institution: survey.population.ancestor(of: entity, from: node.rung, on: 0), policy: node.missing)
        }
      }
    }
  }
}
