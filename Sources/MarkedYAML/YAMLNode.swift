public import RuleDiagnostics

/// One piece of a rule file that knows where it stands.
///
/// A tree read from a file is never deeper than ``YAMLLimits/depth``, so walking it recursively is safe.
public struct YAMLNode: Sendable {
  /// The three shapes a node can have.
  public enum Content: Sendable {
    /// A text, a number, a word; also nothing at all, which is an empty plain text.
    case scalar(YAMLScalar)
    /// A list, in the order of the file.
    case sequence([YAMLNode])
    /// Keys with their values, in the order of the file, each key once.
    case mapping([YAMLEntry])
  }

  /// What stands there.
  public let content: Content
  /// The node's own text: with its quotes or brackets, without the blanks and comments that follow it.
  ///
  /// An empty value has an empty range just behind its `:` or `-`.
  public let range: SourceRange

  /// Makes a node.
  public init(content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }
}

/// A text as YAML decoded it; what it means is for its reader to say.
public struct YAMLScalar: Sendable, Hashable {
  /// The text, with quotes removed, escapes replaced and lines folded.
  public let text: String
  /// Whether it was written in quotes or as a block behind `|` or `>`, so that its writer certainly meant text.
  public let isQuoted: Bool

  /// Makes a text.
  public init(text: String, isQuoted: Bool) {
    self.text = text
    self.isQuoted = isQuoted
  }
}

/// A key with its value.
public struct YAMLEntry: Sendable {
  /// The key, decoded.
  public let key: Marked<String>
  /// Whether the key was written in quotes.
  public let keyIsQuoted: Bool
  /// What stands behind the `:`.
  public let value: YAMLNode

  /// Pairs a key with its value.
  public init(key: Marked<String>, keyIsQuoted: Bool, value: YAMLNode) {
    self.key = key
    self.keyIsQuoted = keyIsQuoted
    self.value = value
  }
}
