internal import Observations
internal import RuleModel

/// Whom the edits of a line concern, for a line and everything below it.
struct Involvement {
  /// Whether an edit of the rules is among them, which concerns everybody.
  private let isForAll: Bool
  /// Whether nothing of the rules has an earlier value.
  private let isNewForAll: Bool
  /// Whether something of the rules has none.
  private let hasNewForAll: Bool
  /// By institution, whether an edit of its observations is among them.
  private let isFor: [Bool]
  /// By institution, whether one of its edits has an earlier value.
  private let isOldFor: [Bool]
  /// By institution, whether somebody joined, who has no earlier value.
  private let hasNewFor: [Bool]
  /// By institution, who joined or left; empty if nobody did.
  private let visitors: [[ScoreChange.Visitor]]
  let children: [Involvement]

  /// Goes once through the edits of a tree.
  init(_ tree: EditTree, _ placed: [PlacedEdit], _ rules: PairedRules, _ survey: PairedSurvey) {
    let count = survey.population.rungs[0].count
    var isForAll = false
    var isNewForAll = true
    var hasNewForAll = false
    var isFor = Array(repeating: false, count: count)
    var isOldFor = isFor
    var hasNewFor = isFor
    var visitors: [[ScoreChange.Visitor]] = []
    for edit in tree.edits {
      let edit = placed[edit].edit
      switch edit {
      case .joined(let rung, let entity), .left(let rung, let entity):
        let institution = survey.institutions[rung][entity]
        isFor[institution] = true
        if case .left = edit { isOldFor[institution] = true } else { hasNewFor[institution] = true }
        if visitors.isEmpty { visitors = Array(repeating: [], count: count) }
        visitors[institution].append(ScoreChange.Visitor(rung: rung, name: survey.population.rungs[rung][entity].name))
      case .changed(let column, let entity), .coverage(let column, let entity):
        let institution = survey.institutions[rules.columns[column].rung][entity]
        isFor[institution] = true
        isOldFor[institution] = true
      case .cells(let difference):
        for (column, differences) in survey.differences.enumerated() {
          let institutions = survey.institutions[rules.columns[column].rung]
          for (entity, found) in differences.enumerated() where found == difference {
            isFor[institutions[entity]] = true
            isOldFor[institutions[entity]] = true
          }
        }
      case .came(let part) where !rules.hasEarlierValue(part):
        isForAll = true
        hasNewForAll = true
      default:
        isForAll = true
        isNewForAll = false
      }
    }
    self.isForAll = isForAll
    self.isNewForAll = isNewForAll
    self.hasNewForAll = hasNewForAll
    self.isFor = isFor
    self.isOldFor = isOldFor
    self.hasNewFor = hasNewFor
    self.visitors = visitors
    children = tree.children.map { Involvement($0, placed, rules, survey) }
  }

  /// Whether any of the edits concerns an institution.
  func concerns(_ institution: Int) -> Bool { isForAll || isFor[institution] }

  /// Whether everything that concerns an institution has no earlier value.
  func isNewlyMeasured(for institution: Int) -> Bool {
    concerns(institution) && isNewForAll && !isOldFor[institution]
  }

  /// Whether something that concerns an institution has no earlier value, and something else has one.
  func isPartlyNewlyMeasured(for institution: Int) -> Bool {
    (hasNewForAll || hasNewFor[institution]) && !isNewlyMeasured(for: institution)
  }

  /// Who of an institution joined or left.
  func visitors(of institution: Int) -> [ScoreChange.Visitor] {
    visitors.isEmpty ? [] : visitors[institution]
  }
}
