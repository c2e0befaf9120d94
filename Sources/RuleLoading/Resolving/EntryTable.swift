internal import MarkedYAML
internal import RuleDiagnostics

/// The entries of one section, such as `fields:`, edited by key; each keeps its place. An edit takes constant time on average.
struct EntryTable {
  private let range: SourceRange
  private var entries: [YAMLEntry?]
  private var places: [String: Int]

  /// Takes the entries of a mapping; nil for anything else, which the decoder reports.
  init?(_ node: YAMLNode) {
    guard let entries = node.entries else { return nil }
    range = node.range
    self.entries = entries
    places = Dictionary(entries.enumerated().map { ($1.key.value, $0) }) { first, _ in first }
  }

  /// An empty section, written at `range`.
  init(at range: SourceRange) {
    self.range = range
    entries = []
    places = [:]
  }

  /// The entry under `key`, if there is one.
  subscript(key: String) -> YAMLEntry? {
    places[key].flatMap { entries[$0] }
  }

  /// The keys, in no order.
  var keys: some Sequence<String> { places.keys }

  /// Puts an entry in the place of the one with the same key, or behind the last.
  mutating func set(_ entry: YAMLEntry) {
    if let place = places[entry.key.value] {
      entries[place] = entry
    } else {
      places[entry.key.value] = entries.count
      entries.append(entry)
    }
  }

  /// Puts an entry in the place of the one under another key.
  mutating func replace(_ key: String, with entry: YAMLEntry) {
    guard let place = places.removeValue(forKey: key) else { return }
    places[entry.key.value] = place
    entries[place] = entry
  }

  /// Takes an entry out.
  mutating func remove(_ key: String) {
    if let place = places.removeValue(forKey: key) { entries[place] = nil }
  }

  /// The section as a node.
  var node: YAMLNode { YAMLNode(content: .mapping(entries.compactMap(\.self)), range: range) }
}
