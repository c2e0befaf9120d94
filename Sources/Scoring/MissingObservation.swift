internal import Observations
public import RuleModel

/// An observation that should have been recorded and was not.
public struct MissingObservation: Sendable, Hashable {
  /// The part that wanted to read it.
  public let part: String
  /// The field.
  public let field: String
  /// The number of the field among those of the edition.
  let column: Int
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

/// The observations that should have been recorded and were not; each is named when it is asked for.
public struct MissingObservations: RandomAccessCollection, Sendable {
  private let found: [Evaluator.Missing]
  private let plan: Plan
  private let survey: Survey

  init(_ found: [Evaluator.Missing], of plan: Plan, in survey: Survey) {
    self.found = found
    self.plan = plan
    self.survey = survey
  }

  /// The first position.
  public var startIndex: Int { 0 }
  /// The position behind the last.
  public var endIndex: Int { found.count }

  /// Returns an observation, by parts and then by entities.
  public subscript(position: Int) -> MissingObservation { named(found[position]) }

  /// Those for which the rules have nothing to put in their place. Complexity: linear in the number of all.
  var unsettled: [MissingObservation] { found.filter { !$0.isSettled }.map { named($0) } }

  /// Those whose place a value of an earlier year takes. Complexity: linear in the number of all.
  package var carriedOver: [MissingObservation] {
    found.filter { missing in
      if case .carry = plan.nodes[missing.part].missing { missing.isSettled } else { false }
    }.map { named($0) }
  }

  private func named(_ found: Evaluator.Missing) -> MissingObservation {
    let (part, field) = (plan.nodes[found.part], plan.fields[found.column])
    let told = plan.rung(of: found)
    return MissingObservation(
      part: part.id, field: field.id, column: found.column, rung: field.rung,
      entity: survey.population.ancestor(of: found.entity, from: told, on: field.rung),
      institution: survey.population.ancestor(of: found.entity, from: told, on: 0), policy: part.missing, isSettled: found.isSettled)
  }
}

extension Plan {
  /// The rung of the entity of which an observation is told.
  func rung(of missing: Evaluator.Missing) -> Int { max(fields[missing.column].rung, nodes[missing.part].rung) }

  /// The entity of the part's rung to which an observation is missing.
  func asker(of missing: Evaluator.Missing, in population: Population) -> Int {
    population.ancestor(of: missing.entity, from: rung(of: missing), on: nodes[missing.part].rung)
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
