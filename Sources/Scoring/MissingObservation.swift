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
  /// Whether the rules put something in its place, or need nothing; without that there is no score.
  public let isSettled: Bool
}

/// A part that does not apply to an entity.
public struct NotApplicable: Sendable, Hashable {
  /// The part.
  public let part: String
  /// The rung of the entity, 0 for the top.
  public let rung: Int
  /// The entity.
  public let entity: Int
  /// The entity of the top rung to which it belongs.
  public let institution: Int
  /// What the rules make of it.
  public let policy: NotApplicablePolicy
}

extension Plan {
  /// Names what an evaluation found missing, by part and entity.
  func named(_ missing: [Evaluator.Missing], in survey: Survey) -> [MissingObservation] {
    missing.map { found in
      let (part, entity) = (found.part, found.entity)
      let field = fields[found.column]
      let owner = survey.population.ancestor(of: entity, from: nodes[part].rung, on: min(field.rung, nodes[part].rung))
      return MissingObservation(
        part: nodes[part].id, field: field.id, rung: min(field.rung, nodes[part].rung), entity: owner,
        institution: survey.population.ancestor(of: entity, from: nodes[part].rung, on: 0), policy: nodes[part].missing,
        isSettled: found.isSettled)
    }
  }

  /// Names what an evaluation found not to apply, by part and entity.
  func named(_ found: [(part: Int, entity: Int)], in survey: Survey) -> [NotApplicable] {
    found.map { part, entity in
      NotApplicable(
        part: nodes[part].id, rung: nodes[part].rung, entity: entity,
        institution: survey.population.ancestor(of: entity, from: nodes[part].rung, on: 0), policy: nodes[part].notApplicable)
    }
  }
}
