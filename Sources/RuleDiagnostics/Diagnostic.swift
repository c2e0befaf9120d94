/// One finding about what the user gave us: what is wrong, where, and what would be right.
public struct Diagnostic: Sendable, Equatable {
  /// A further place that helps to understand the finding.
  public struct Note: Sendable, Equatable {
    /// Where to look.
    public let range: SourceRange
    /// What stands there.
    public let words: Words

    /// Makes a note.
    public init(_ words: Words, at range: SourceRange) {
      self.range = range
      self.words = words
    }
  }

  /// The stable code.
  public let code: DiagnosticCode
  /// How much it matters.
  public let severity: Severity
  /// Where it is; nil if it concerns no place in a file.
  public let range: SourceRange?
  /// What is wrong: lower case, no full stop, user text in backticks.
  public let message: Words
  /// What would be right.
  public let help: Words?
  /// Further places, such as the first of two equal keys.
  public let notes: [Note]
  /// How it can be mended without asking anybody; nil if it could be meant in several ways.
  public let fix: Fix?

  /// Makes a finding.
  public init(
    _ code: DiagnosticCode, _ severity: Severity = .error, at range: SourceRange?, _ message: Words, help: Words? = nil,
    notes: [Note] = [], fix: Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.message = message
    self.help = help
    self.notes = notes
    self.fix = fix
  }
}
