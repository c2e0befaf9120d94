public import RuleDiagnostics
internal import RuleModel

/// Whether the tests notice when a number of the rules is moved by one step.
///
/// Each number is moved alone, in the edition and not in its text, so that weights which must add up are moved all the same.
public struct MutationReport: Sendable {
  /// The numbers that were moved, in the order of the rules.
  public let numbers: [MovableNumber]
  /// How many moves were tried.
  public let moves: Int
  /// The moves under which every test still passes.
  public let survivors: [Move]
}

extension RuleTests {
  /// Moves each number of the edition by one step up and down and runs the tests until one fails.
  ///
  /// `sources` are the rule files, which show the last place of each number. The tests must pass as they are. Complexity: at most all tests
  /// for each move; those of changes only where nothing else fails.
  public func mutations(writtenIn sources: [SourceFile]) -> MutationReport {
    let numbers = edition.edition.movableNumbers(writtenIn: sources)
    let moves = numbers.flatMap(\.moves)
    return MutationReport(numbers: numbers, moves: moves.count, survivors: moves.filter { !notice($0) })
  }

  /// Whether some test fails under a moved number.
  private func notice(_ move: Move) -> Bool {
    let moved = CheckedEdition(passing: edition.edition.moved(move))
    return published.contains { !$0.run(under: moved).passed } || cases.contains { !$0.run(under: moved).outcome.passed }
      || changes.contains { !$0.run(to: moved).passed }
  }
}
