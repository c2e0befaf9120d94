public import RuleModel

/// What came of all tests of one edition.
public struct TestRun: Sendable {
  /// The edition that was tested.
  public let edition: Edition
  /// The test file.
  public let file: String
  /// What came of each test, in the order of the file: cases, changes, published totals.
  public let outcomes: [TestOutcome]

  /// Whether every test passed.
  public var passed: Bool { outcomes.allSatisfy(\.passed) }
}

extension RuleTests {
  /// Runs all tests. Complexity: one scoring for each case, one explanation for each change.
  public func run() -> TestRun {
    TestRun(
      edition: edition.edition, file: file,
      outcomes: cases.map { $0.run(under: edition).outcome } + changes.map { $0.run(to: edition) }
        + published.map { $0.run(under: edition) })
  }
}
