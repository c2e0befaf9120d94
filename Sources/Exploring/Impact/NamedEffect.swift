public import RuleDiagnostics
public import RuleLoading
public import RuleModel
internal import Scoring

/// What one named change of an edition does to everybody: in its turn, after those before it, and alone.
public struct NamedEffect: Sendable {
  /// What an edition with some of the changes does.
  public struct Effect: Sendable, Equatable {
    /// How many institutions change zone.
    public let moved: Int
    /// The mean of the shifts of published totals; nil if nobody has a score.
    public let mean: Fraction?
    /// How many institutions have no score before or after it.
    public let unscored: Int
  }

  /// What came of an edition with some of the changes.
  public enum Outcome: Sendable {
    case effect(Effect)
    /// The edition cannot be computed, or not over these data: the first thing that is wrong.
    case refused(Diagnostic)
  }

  /// The change.
  public let change: NamedChange
  /// The changes that it says it comes after, which are carried out with it where it stands alone.
  public let together: [String]
  /// Against the rules with all changes before it that could be computed.
  public let inTurn: Outcome
  /// Against the rules without any of the changes.
  public let alone: Outcome
}

extension Impact {
  /// Switches the named changes on one by one: each after those before it in the order of the file, and each alone.
  ///
  /// The shifts in turn add up to the shift of everything. Nil unless `trial` leads from the rules before to those after.
  /// Complexity: two scorings for each change.
  public func effects(of trial: ChangeTrial, unmeasured choice: UnmeasuredChoice = .rules) -> [NamedEffect]? {
    guard trial.base == old.edition.name, let step = new.edition.history.last, step.base == trial.base else { return nil }
    let changes = trial.changes()
    // INVARIANT: the step lists the changes of the file.
    guard changes.map(\.id.value) == step.changes.map(\.id.value) else { return nil }
    var stage = old
    return changes.indices.map { place in
      let isLast = place == changes.count - 1
      let next = isLast ? .success(new) : scores(of: trial, with: Set(0...place), choice)
      let inTurn = next.outcome(after: stage)
      if case .success(let scores) = next { stage = scores }
      let needed = changes[place].needed
      let alone = needed == Set(0...place) ? next : scores(of: trial, with: needed, choice)
      return NamedEffect(
        change: step.changes[place], together: needed.subtracting([place]).sorted().map { changes[$0].id.value }, inTurn: inTurn,
        alone: alone.outcome(after: old))
    }
  }

  private func scores(
    of trial: ChangeTrial, with changes: Set<Int>, _ choice: UnmeasuredChoice
  ) -> Result<ScoreTable, ChangeTrial.Refusal> {
    let edition: CheckedEdition
    do {
      edition = try trial.edition(with: changes)
    } catch {
      return .failure(error)
    }
    var log = DiagnosticLog()
    if let rescored = old.rescored(by: edition, unmeasured: choice, log: &log) { return .success(rescored.scores) }
    let finding = log.diagnostics.first { $0.severity == .error }
    return .failure(ChangeTrial.Refusal(finding: finding ?? Impact.noScores))
  }

  private static let noScores = Diagnostic(.noScore, at: nil, Words(id: "tidak ada nilai", en: "there are no scores"))
}

extension Result<ScoreTable, ChangeTrial.Refusal> {
  /// What it does to the scores of a stage before it.
  fileprivate func outcome(after stage: ScoreTable) -> NamedEffect.Outcome {
    switch self {
    case .failure(let refusal): return .refused(refusal.finding)
    case .success(let scores):
      let summary = Impact(from: stage, to: scores).summary
      return .effect(NamedEffect.Effect(moved: summary.moved, mean: summary.mean, unscored: summary.unscored))
    }
  }
}
