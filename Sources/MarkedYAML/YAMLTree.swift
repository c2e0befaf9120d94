public import RuleDiagnostics

/// What one rule file says, together with its text.
public struct YAMLTree: Sendable {
  /// The outermost node; always a mapping.
  public let root: YAMLNode
  /// The file the tree was read from.
  public let source: SourceFile

  /// Pairs a tree with its text.
  public init(root: YAMLNode, source: SourceFile) {
    // INVARIANT: the root of a rule file is a mapping.
    if case .mapping = root.content {} else { preconditionFailure("the root of a rule file is a mapping") }
    self.root = root
    self.source = source
  }
}
