internal import RuleDiagnostics

/// A list or mapping whose end libyaml has not reached yet.
struct OpenCollection {
  /// A key that waits for its value.
  struct PendingKey {
    let key: Marked<String>
    let isQuoted: Bool
    /// Whether the entry belongs into the tree: not if its key is a second one, or no text.
    let isKept: Bool
  }

  let isMapping: Bool
  let start: Position
  /// The key read last, until its value comes.
  private(set) var pendingKey: PendingKey?
  /// How many keys were read, kept or not.
  private(set) var keyCount = 0
  private var items: [YAMLNode] = []
  private var entries: [YAMLEntry] = []
  private var keys = KeyIndex()
  private var lastEnd: Position

  init(isMapping: Bool, start: Position) {
    self.isMapping = isMapping
    self.start = start
    lastEnd = start
  }

  /// Whether the next node is a key.
  var awaitsKey: Bool { isMapping && pendingKey == nil }

  /// Takes a key; returns the place of an equal key that came before it, in which case the entry will not be kept.
  mutating func take(_ key: Marked<String>, isQuoted: Bool) -> SourceRange? {
    let first = keys.insert(key)
    take(PendingKey(key: key, isQuoted: isQuoted, isKept: first == nil))
    return first
  }

  /// Takes a key that is no text, so that its value finds a place.
  mutating func takeUnusableKey(at range: SourceRange) {
    take(PendingKey(key: Marked("", at: range), isQuoted: false, isKept: false))
  }

  private mutating func take(_ key: PendingKey) {
    pendingKey = key
    keyCount += 1
    lastEnd = key.key.range.end
  }

  /// Takes an item, or the value of the pending key.
  mutating func take(_ node: YAMLNode) {
    lastEnd = node.range.end
    guard isMapping else {
      items.append(node)
      return
    }
    guard let key = pendingKey else { return }
    pendingKey = nil
    if key.isKept { entries.append(YAMLEntry(key: key.key, keyIsQuoted: key.isQuoted, value: node)) }
  }

  /// Returns the finished node; `bracketEnd` is the place behind a closing bracket, nil for a block, which ends with its last child.
  func node(file: String, bracketEnd: Position?) -> YAMLNode {
    YAMLNode(
      content: isMapping ? .mapping(entries) : .sequence(items),
      range: SourceRange(file: file, start: start, end: bracketEnd ?? lastEnd))
  }
}
