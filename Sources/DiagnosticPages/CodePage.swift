public import RuleDiagnostics

/// What there is to know about one code, for people who write rules or data: what it says, why, an example, how to mend.
public struct CodePage: Sendable {
  /// How much a finding of this code usually matters.
  public let severity: Severity
  /// How much it can matter as well, in cases that the page tells apart; nil if it always matters the same.
  public let otherSeverity: Severity?
  /// What the code is about, in a few words.
  public let title: Words
  /// The smallest case of the mistake, and the same done right.
  public let example: CodeExample
  /// Why there is such a rule. Line ends mean nothing.
  public let reason: Words
  /// What to do about it. Line ends mean nothing.
  public let remedy: Words

  init(severity: Severity = .error, or otherSeverity: Severity? = nil, title: Words, example: CodeExample, reason: Words, remedy: Words) {
    self.severity = severity
    self.otherSeverity = otherSeverity
    self.title = title
    self.example = example
    self.reason = reason.onOneLine
    self.remedy = remedy.onOneLine
  }
}

extension Words {
  /// The text without the line ends that only its source file has.
  fileprivate var onOneLine: Words {
    Words(id: id.split(separator: "\n").joined(separator: " "), en: en.split(separator: "\n").joined(separator: " "))
  }
}
