internal import Observations
internal import RuleModel
internal import Scoring

/// The numbers of the edits by what they switch, so that a world is read without looking anything up.
struct EditNumbers: Sendable {
  /// The edits of one part; nil where nothing differs.
  struct OfPart: Sendable {
    var scale: Int?
    var missing: Int?
    var applies: Int?
    var combine: Int?
    var at: Int?
    var round: Int?
    var parent: Int?
    var weights: Int?
    var presence: Int?
  }

  private(set) var parts: [OfPart]
  private(set) var rungs: [Int?]
  /// Who joined or left, by rung and entity.
  private(set) var entities: [[Int?]]
  /// By column and entity.
  private(set) var cells: [[Int?]]

  init(_ edits: [Edit], _ rules: PairedRules, _ survey: PairedSurvey) {
    parts = rules.parts.map { _ in OfPart() }
    rungs = Array(repeating: nil, count: rules.rungCount)
    entities = survey.population.rungs.map { $0.map { _ in nil } }
    cells = survey.cells.map { $0.map { _ in nil } }
    for (number, edit) in edits.enumerated() {
      switch edit {
      case .scale(let part): parts[part].scale = number
      case .missing(let part): parts[part].missing = number
      case .applies(let part): parts[part].applies = number
      case .combine(let part): parts[part].combine = number
      case .at(let part): parts[part].at = number
      case .round(let part): parts[part].round = number
      case .parent(let part): parts[part].parent = number
      case .weights(let group): parts[group].weights = number
      case .came(let part), .went(let part): parts[part].presence = number
      case .rung(let rung): rungs[rung] = number
      case .joined(let rung, let entity), .left(let rung, let entity): entities[rung][entity] = number
      case .changed(let column, let entity), .coverage(let column, let entity):
        cells[column][entity] = number
        for twin in rules.twins where twin.new == column { cells[twin.old][entity] = number }
      }
    }
  }

  /// For each part the edits on which its values can depend, as long as nothing in it is neutral: everything that is or was below it,
  /// the ladder, and who is there.
  func scopes(_ rules: PairedRules, edits: [Edit]) -> [EditSet] {
    var common = EditSet(capacity: edits.count)
    for number in rungs.compactMap(\.self) + entities.joined().compactMap(\.self) { common.insert(number) }
    for combine in rules.oldCombines + rules.newCombines {
      guard case .weightedByColumn(let column) = combine else { continue }
      for number in cells[column].compactMap(\.self) { common.insert(number) }
    }
    var scopes = rules.parts.indices.map { common.union(own($0, rules, capacity: edits.count)) }
    // A part's scope holds those of all that stand below it in either year; as many rounds as the tree is deep.
    var changed = true
    while changed {
      changed = false
      for (index, part) in rules.parts.enumerated() {
        for parent in [part.old?.parent, part.new?.parent].compactMap(\.self) {
          let merged = scopes[parent].union(scopes[index])
          if merged != scopes[parent] {
            scopes[parent] = merged
            changed = true
          }
        }
      }
    }
    return scopes
  }

  private func own(_ index: Int, _ rules: PairedRules, capacity: Int) -> EditSet {
    let edits = parts[index]
    var scope = EditSet(capacity: capacity)
    for number in [
      edits.scale, edits.missing, edits.applies, edits.combine, edits.at, edits.round, edits.parent, edits.weights, edits.presence,
    ]
    .compactMap(\.self) {
      scope.insert(number)
    }
    for version in [rules.parts[index].old, rules.parts[index].new].compactMap(\.self) {
      var columns = version.node.condition?.columns ?? []
      if case .leaf(let scale) = version.node.body { columns += scale.columns }
      for column in columns {
        for number in cells[column].compactMap(\.self) { scope.insert(number) }
      }
    }
    return scope
  }
}
