public import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension YearComparison {
  /// What became of one institution when all are explained.
  public enum Result: Sendable {
    /// It has a score in both years, and its change is split.
    case explained(ScoreChange)
    /// It has a score in one year only, or no unit in common between the years, or a score on the way cannot be computed.
    case notExplained(Entity, Reason)
  }

  /// Why the change of an institution cannot be split.
  public enum Reason: String, Sendable, CaseIterable {
    /// The old year does not have it, or gives it no score.
    case onlyInNew = "only-in-new"
    /// The new year does not have it, or gives it no score.
    case onlyInOld = "only-in-old"
    /// Neither year gives it a score.
    case noScore = "no-score"
    /// The two years surveyed nothing in common.
    case nothingInCommon = "nothing-in-common"
    /// An intermediate score cannot be computed.
    case noWorld = "no-intermediate-score"
  }

  /// Every institution of either year, in order of the ids.
  public var everyone: [Entity] {
    let known = Set(newTop.map(\.path))
    return (newTop + oldTop.filter { !known.contains($0.path) }).sorted { $0.path.precedesByBytes($1.path) }
  }

  /// Explains the change of many institutions, a few at a time, and hands over what became of each in the order of `institutions`.
  ///
  /// Each is explained as ``explain(_:along:depth:log:)`` explains it alone. Memory does not grow with their number. Complexity: as for one
  /// institution, but with `depth` 0 or 1 each part of the rules is worked through once for `together` institutions.
  public func explain<Failure: Error>(
    _ institutions: [Entity], along way: ExplanationPath, depth: Int = 1, threads: Int = 1, each: (Result) throws(Failure) -> Void
  ) throws(Failure) {
    try explain(institutions, along: way, depth: depth, threads: threads, preparing: { _ in }) { result, _ throws(Failure) in
      try each(result)
    }
  }

  /// The same, on several threads: these also prepare something from each result, such as the text of its row, which is handed over with it.
  ///
  /// What is handed over, and in which order, does not depend on the number of threads.
  public func explain<Prepared: Sendable, Failure: Error>(
    _ institutions: [Entity], along way: ExplanationPath, depth: Int = 1, threads: Int,
    preparing: @escaping @Sendable (Result) -> Prepared, each: (Result, Prepared) throws(Failure) -> Void
  ) throws(Failure) {
    let old = Dictionary(oldTop.enumerated().map { ($1.path, $0) }) { first, _ in first }
    let new = Dictionary(newTop.enumerated().map { ($1.path, $0) }) { first, _ in first }
    // Below the lines stand the entities of each institution: their number must not decide about the levels and orders of another.
    let together = depth > 1 ? 1 : YearComparison.together
    let batches = stride(from: 0, to: institutions.count, by: together).map { $0..<min($0 + together, institutions.count) }
    let atOnce = threads > 1 ? YearComparison.batchesOfThread * threads : 1
    for start in stride(from: 0, to: batches.count, by: atOnce) {
      let round = batches[start..<min(start + atOnce, batches.count)]
      let found = inParallel(round.count, threads: threads) { number -> [(Result, Prepared)] in
        let some = institutions[round[start + number]]
        return results(of: some.map { ($0, old[$0.path], new[$0.path]) }, along: way, depth: depth).map { ($0, preparing($0)) }
      }
      for (result, prepared) in found.joined() { try each(result, prepared) }
    }
  }

  /// So many institutions are worked through at once: enough to share the work on the rules, few enough to stay in the cache.
  static let together = 128
  /// So many times that does each thread before the results are handed over.
  private static let batchesOfThread = 8

  /// What became of some institutions, each with what a revision of the old year is worth before the rest.
  private func results(of some: [(entity: Entity, old: Int?, new: Int?)], along way: ExplanationPath, depth: Int) -> [Result] {
    let results = explain(some, along: way, depth: depth)
    guard let revision else { return results }
    var corrections: [Result] = []
    revision.comparison.explain(some.map(\.entity), along: .observed, depth: depth + 1) { corrections.append($0) }
    return zip(corrections, results).map { $1.preceded(by: $0, depth: depth) }
  }

  private func explain(_ some: [(entity: Entity, old: Int?, new: Int?)], along way: ExplanationPath, depth: Int) -> [Result] {
    let pairs = some.map { entry -> (old: Int, new: Int)? in
      guard let old = entry.old, let new = entry.new, hasScore(old: old), hasScore(new: new) else { return nil }
      return (old, new)
    }
    let survey = paired(pairs.compactMap(\.self))
    let changes = ChangeBuilder(rules: rules, survey: survey, method: methodEdits, order: order, path: way, depth: depth).build()
    var next = 0
    return zip(some, pairs).map { entry, pair in
      guard let pair else { return .notExplained(entry.entity, reason(entry.old, entry.new)) }
      defer { next += 1 }
      guard survey.hasCommonUnits(next) else { return .notExplained(entry.entity, .nothingInCommon) }
      return changes[next].map { .explained($0.assuming(carried(by: pair.new))) } ?? .notExplained(entry.entity, .noWorld)
    }
  }

  private func reason(_ old: Int?, _ new: Int?) -> Reason {
    switch (old.map { hasScore(old: $0) } ?? false, new.map { hasScore(new: $0) } ?? false) {
    case (true, _): .onlyInOld
    case (_, true): .onlyInNew
    default: .noScore
    }
  }
}

extension YearComparison.Result {
  /// Puts what a revision of the old year is worth before the rest of the change.
  fileprivate func preceded(by correction: YearComparison.Result, depth: Int) -> YearComparison.Result {
    switch (correction, self) {
    case (.explained(let correction), .explained(let change)): .explained(change.preceded(by: correction, depth: depth))
    case (.notExplained, .explained): correction
    default: self
    }
  }
}
