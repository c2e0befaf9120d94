/// The kinds of causes, in the order of the observed path.
public enum Block: String, Sendable, CaseIterable {
  /// The old year's observations were revised after they had been published.
  case corrections
  /// What was observed differs.
  case performance
  /// Units or products joined or left the sample.
  case scope
  /// The rules differ.
  case method
}
