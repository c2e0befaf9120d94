internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension ScoredYear {
  /// How much was compared.
  public struct Account: Sendable {
    /// Values that the naive score and the scores both give.
    public var values = 0
    /// Years with an institution without a score.
    public var refused = 0
    /// Totals of single entities that were decided on the fast path.
    public var decided = 0

    /// Nothing yet.
    public init() {}
  }

  /// What the naive score says differently from the scores, part by part on every rung for every entity, and what the fast path for single
  /// entities says differently; none if all agree.
  public func disagreements(_ account: inout Account) -> [String] {
    let naive = NaiveScore(scores.edition, of: scores.observations, carrying: ["0": earlier])
    var found: [String] = []
    if !scores.refused.isEmpty { account.refused += 1 }
    visit(scores.edition.score, weighedOn: 0, naive, &account, &found)
    for institution in scores.observations.population.rungs[0].indices { compareOutcome(of: institution, naive, &found) }
    compareDecisions(naive, &account, &found)
    return found
  }

  private func visit(_ part: Part, weighedOn top: Int, _ naive: NaiveScore, _ account: inout Account, _ found: inout [String]) {
    let own = scores.edition.height(of: part.rung) ?? 0
    guard let index = scores.partIndex(part.id.value) else { return found.append("\(part.id.value) is not there") }
    for rung in 0...own {
      for (entity, described) in scores.observations.population.rungs[rung].enumerated() {
        let expected = naive.worth(part, weighedOn: top, for: entity, on: rung)
        let actual = scores.values.value(index, on: rung, of: entity)
        if actual != nil { account.values += 1 }
        guard actual != expected.points else { continue }
        found.append("\(part.id.value) of \(described.path): \(expected), not \(actual?.exactText ?? "nothing")")
      }
    }
    for child in part.children { visit(child, weighedOn: own, naive, &account, &found) }
  }

  /// Total, published figure, zone and flags.
  private func compareOutcome(of institution: Int, _ naive: NaiveScore, _ found: inout [String]) {
    let path = scores.observations.population.rungs[0][institution].path
    let expected = naive.worth(scores.edition.score, weighedOn: 0, for: institution, on: 0)
    if (expected == .refused) != scores.refused.contains(institution) { found.append("\(path) is refused by one only") }
    if scores.total(of: institution) != expected.points { found.append("\(path) has another total") }
    if let total = expected.points {
      if scores.edition.reported(total) != naive.published(total) { found.append("\(path) is published otherwise") }
      if scores.edition.zone(of: total)?.id.value != naive.zone(of: total) { found.append("\(path) lies in another zone") }
    }
    for (flag, value) in scores.flags(of: institution) where naive.flag(flag, of: institution) != value {
      found.append("\(flag.id.value) of \(path) is not \(value.map { "\($0)" } ?? "unknown")")
    }
  }

  /// The fast path for single entities, for rules that it takes.
  private func compareDecisions(_ naive: NaiveScore, _ account: inout Account, _ found: inout [String]) {
    guard let decider = Decider(checked) else { return }
    for rung in 0...scores.rung(ofPart: 0) {
      for (entity, described) in scores.observations.population.rungs[rung].enumerated() {
        let expected = naive.worth(scores.edition.score, weighedOn: 0, for: entity, on: rung).points
        account.decided += 1
        let decision = decider.decide(decider.answers(of: entity, on: rung, in: scores.observations))
        if decision.value != expected { found.append("\(described.path) is decided otherwise: \(decision.value?.exactText ?? "nothing")") }
      }
    }
  }
}
