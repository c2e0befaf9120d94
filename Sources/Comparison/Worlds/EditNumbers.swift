internal import Observations
internal import RuleModel
internal import Scoring

/// The pieces of the change by what they switch, so that a world is read without looking anything up.
struct EditNumbers: Sendable {
  /// The pieces that switch something in one part; nil where nothing differs.
  struct OfPart: Sendable {
    var scale: Int?
    var missing: Int?
    var applies: Int?
    var combine: Int?
    var goalposts: Int?
    var at: Int?
    var round: Int?
    var parent: Int?
    var weights: Int?
    var presence: Int?

    var all: [Int] { [scale, missing, applies, combine, goalposts, at, round, parent, weights, presence].compactMap(\.self) }
  }

  /// The pieces that switch the cells of one column.
  struct OfColumn: Sendable {
    /// By entity; -1 where nothing differs.
    fileprivate(set) var pieces: [Int32]
    /// All of them.
    fileprivate(set) var all: EditSet
  }

  private(set) var parts: [OfPart]
  private(set) var rungs: [Int?]
  /// Who joined or left, by rung and entity.
  private(set) var entities: [[Int?]]
  private(set) var columns: [OfColumn]
  /// The pieces of all who joined or left, by rung.
  private(set) var surveyed: [EditSet]

  /// Finds what the edits of each piece switch.
  init(_ pieces: [[Edit]], _ rules: PairedRules, _ survey: PairedSurvey) {
    let none = EditSet(capacity: pieces.count)
    parts = rules.parts.map { _ in OfPart() }
    rungs = Array(repeating: nil, count: rules.rungCount)
    entities = survey.population.rungs.map { Array(repeating: nil, count: $0.count) }
    columns = survey.differences.map { OfColumn(pieces: Array(repeating: -1, count: $0.count), all: none) }
    surveyed = survey.population.rungs.map { _ in none }
    var whole: [CellDifference: Int] = [:]
    for (number, edits) in pieces.enumerated() {
      for edit in edits {
        switch edit {
        case .scale(let pieces): for part in pieces { parts[part].scale = number }
        case .missing(let part): parts[part].missing = number
        case .applies(let part): parts[part].applies = number
        case .combine(let part): parts[part].combine = number
        case .goalposts(let part): parts[part].goalposts = number
        case .at(let part): parts[part].at = number
        case .round(let part): parts[part].round = number
        case .parent(let part): parts[part].parent = number
        case .weights(let group): parts[group].weights = number
        case .came(let part), .went(let part): parts[part].presence = number
        case .rung(let rung): rungs[rung] = number
        case .joined(let rung, let entity), .left(let rung, let entity):
          entities[rung][entity] = number
          surveyed[rung].insert(number)
        case .changed(let column, let entity), .coverage(let column, let entity):
          columns[column].switches(entity, with: number)
          for twin in rules.twins where twin.new == column { columns[twin.old].switches(entity, with: number) }
        case .cells(let difference): whole[difference] = number
        }
      }
    }
    if !whole.isEmpty { takeCells(survey, whole) }
  }

  /// Gives the cells that differ in one way to the piece of that way.
  private mutating func takeCells(_ survey: PairedSurvey, _ whole: [CellDifference: Int]) {
    let numbers = CellDifference.allCases.map { Int32(whole[$0] ?? -1) }
    for (column, differences) in survey.differences.enumerated() {
      columns[column].pieces = differences.map { numbers[Int($0.rawValue)] }
      for (difference, number) in whole where differences.contains(difference) { columns[column].all.insert(number) }
    }
  }
}

extension EditNumbers.OfColumn {
  fileprivate mutating func switches(_ entity: Int, with piece: Int) {
    pieces[entity] = Int32(piece)
    all.insert(piece)
  }
}
