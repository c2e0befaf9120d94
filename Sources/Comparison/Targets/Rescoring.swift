internal import Observations
internal import RuleModel
internal import Scoring

/// One institution under its rules, to be scored again with other cells or another weight.
struct Rescoring {
  /// A cell of the institution's survey with another value.
  struct Change: Hashable {
    let column: Int
    let entity: Int
    let value: Fraction
  }

  let edition: Edition
  let plan: Plan
  /// The same rules with all goalposts clamped: a search goes through them on its way, and what it finds is scored by the rules.
  private let searched: Plan
  let survey: Survey
  /// The values as they are.
  let values: PartValues
  /// The exact total as it is.
  let total: Fraction
  /// The parts and entities that do not apply.
  let notApplicable: [(part: Int, entity: Int)]
  /// For each part the columns on which its value depends, through the parts below it too.
  private let columns: [Set<Int>]
  /// For each part the group that lists it; nil for the root.
  let parents: [Int?]

  /// Cuts one institution out of a table; nil if it has no score.
  init?(_ scores: ScoreTable, institution: Int) {
    guard scores.total(of: institution) != nil else { return nil }
    edition = scores.edition
    plan = scores.plan
    var searched = scores.plan
    for part in searched.nodes.indices {
      searched.nodes[part].goalposts = searched.nodes[part].goalposts.map { Goalposts(worst: $0.worst, best: $0.best, clamp: true) }
    }
    self.searched = searched
    survey = scores.survey.only(institution, of: plan)
    var evaluator = Evaluator(plan, over: survey)
    values = evaluator.run()
    guard let total = values.total(of: 0) else { return nil }
    self.total = total
    notApplicable = evaluator.notApplicable
    var parents: [Int?] = plan.nodes.map { _ in nil }
    var columns = plan.nodes.map { Set($0.readColumns) }
    // Parents stand before their children.
    for part in plan.nodes.indices.reversed() {
      for child in plan.nodes[part].children {
        parents[child] = part
        columns[part].formUnion(columns[child])
      }
    }
    self.parents = parents
    self.columns = columns
  }

  /// Scores again with other cells; nil if the score then rests on what is missing, or on a formula that fails. What leaves goalposts that do not
  /// clamp counts as if they did, so that more is never less.
  func values(with changes: [Change]) -> PartValues? {
    values(with: changes, by: searched)
  }

  /// The total that the rules give with other cells; nil if there is none.
  func totalByTheRules(with changes: [Change]) -> Fraction? {
    values(with: changes, by: plan)?.total(of: 0)
  }

  private func values(with changes: [Change], by plan: Plan) -> PartValues? {
    var survey = survey
    for change in changes { survey.cells[change.column].set(change.entity, to: change.value) }
    let changed = Set(changes.map(\.column))
    let isWeighed = plan.combines.contains { combine in
      if case .weightedByColumn(let column) = combine { changed.contains(column) } else { false }
    }
    return run(plan, over: survey) { isWeighed || !columns[$0].isDisjoint(with: changed) }
  }

  /// The total with other cells; nil if there is none.
  func total(with changes: [Change]) -> Fraction? {
    values(with: changes)?.total(of: 0)
  }

  /// The total if one part had another weight beside its siblings.
  func total(weighing part: Int, as weight: Fraction) -> Fraction? {
    var plan = plan
    plan.nodes[part].weight = weight
    var above: Set<Int> = []
    var group = parents[part]
    while let current = group {
      above.insert(current)
      group = parents[current]
    }
    return run(plan, over: survey) { above.contains($0) }?.total(of: 0)
  }

  private func run(_ plan: Plan, over survey: Survey, besides isAffected: (Int) -> Bool) -> PartValues? {
    var evaluator = Evaluator(plan, over: survey)
    let values = evaluator.run(keeping: self.values, besides: isAffected)
    return evaluator.allowsTotals ? values : nil
  }
}

extension Plan.Node {
  /// The columns that the part itself reads, for its scale and for its condition.
  var readColumns: [Int] {
    let own: [Int] = if case .leaf(let scale) = body { scale.columns } else { [] }
    return own + (condition?.columns ?? [])
  }
}
