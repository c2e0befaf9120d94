public import RuleDiagnostics

/// How large a rule file may be, so that no input can exhaust the machine.
public struct YAMLLimits: Sendable {
  /// Bytes of the whole file.
  public let bytes: Int
  /// Lists and mappings inside each other, counting the outermost.
  public let depth: Int
  /// Nodes of any shape, counting keys.
  public let nodes: Int
  /// Bytes of one decoded text.
  public let scalarBytes: Int
  /// Keys of one mapping.
  public let keys: Int

  /// Sets each limit.
  public init(
    bytes: Int = Limit.ruleFile.value, depth: Int = Limit.nesting.value, nodes: Int = Limit.nodes.value,
    scalarBytes: Int = Limit.scalar.value, keys: Int = Limit.keys.value
  ) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.scalarBytes = scalarBytes
    self.keys = keys
  }

  /// The limits of format `timbang: 1`: 4 MiB, 64 levels, 200,000 nodes, 64 KiB a text, 10,000 keys a mapping.
  public static let standard = YAMLLimits()
}
