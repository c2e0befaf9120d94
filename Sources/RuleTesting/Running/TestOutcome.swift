public import RuleDiagnostics
public import RuleModel

/// What came of one test.
public struct TestOutcome: Sendable {
  /// What kind of test it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Observations with the scores that they must give.
    case example = "case"
    /// Two years with the explanation that they must give.
    case change
    /// Published totals with the zones that they must fall in.
    case published
  }

  /// What kind of test it is.
  public let kind: Kind
  /// Its name.
  public let id: String
  /// What it shows; nil if its author says nothing.
  public let title: Words?
  /// Where it is written.
  public let range: SourceRange
  /// How many figures were compared.
  public let comparisons: Int
  /// What was not as expected; none if the test passed.
  public let failures: [TestFailure]

  /// Whether everything was as expected.
  public var passed: Bool { failures.isEmpty }
}

/// One figure that is not as a test expects.
public struct TestFailure: Sendable, Equatable {
  /// What was expected, or found.
  public enum Figure: Sendable, Equatable {
    /// An exact number.
    case number(Fraction)
    /// A name, such as that of a zone.
    case name(String)
    /// Several names; none of them is no mistake.
    case names([String])
    /// True or false.
    case truth(Bool)
    /// Something that has no value.
    case nothing
    /// A score, whatever it is.
    case score
    /// No score, and why.
    case refused(String, Words)
  }

  /// Which figure it is.
  public let subject: Words
  /// What was expected.
  public let expected: Figure
  /// What was found.
  public let found: Figure
  /// Where the expectation is written.
  public let range: SourceRange
}

/// Collects what was compared in one test.
struct Comparisons {
  private(set) var count = 0
  private(set) var failures: [TestFailure] = []

  /// Compares a figure.
  mutating func compare(
    _ subject: @autoclosure () -> Words, _ expected: TestFailure.Figure, _ found: TestFailure.Figure, at range: SourceRange
  ) {
    count += 1
    if expected != found { failures.append(TestFailure(subject: subject(), expected: expected, found: found, range: range)) }
  }

  func outcome(_ kind: TestOutcome.Kind, _ name: TestName) -> TestOutcome {
    TestOutcome(
      kind: kind, id: name.id.value, title: name.title, range: name.id.range, comparisons: count, failures: failures)
  }
}
