public import RuleDiagnostics

/// Everything that was asked about the tests of one edition.
public struct TestReport: Sendable {
  /// What came of the tests.
  public let run: TestRun
  /// What they reach; nil if nobody asked.
  public let coverage: RuleCoverage?
  /// Whether they notice moved numbers; nil if nobody asked, or if a test failed before anything was moved.
  public let mutations: MutationReport?
  /// Whether numbers were to be moved.
  public let wantsMutations: Bool

  /// Runs the tests. `sources` are the rule files, for the last places of their numbers.
  public init(_ tests: RuleTests, coverage: Bool, mutate: Bool, sources: [SourceFile]) {
    run = tests.run()
    self.coverage = coverage ? tests.coverage() : nil
    wantsMutations = mutate
    mutations = mutate && run.passed ? tests.mutations(writtenIn: sources) : nil
  }

  /// Whether every test passed, enough is covered, and no moved number went unnoticed.
  public func isSatisfied(coverage least: Int) -> Bool {
    run.passed && (coverage?.count().percent ?? 100) >= least && (mutations?.survivors.isEmpty ?? true)
  }
}
