internal import MarkedYAML
internal import RuleDiagnostics

/// The parts of an edition as nodes, edited by id; positions never count.
struct ScoreTree {
  var root: YAMLNode

  /// The node of a part; nil if there is none of that id.
  func part(_ id: String) -> YAMLNode? {
    ScoreTree.find(id, in: root)
  }

  /// The ids of all parts, the root first.
  var ids: [String] { ScoreTree.ids(in: root) }

  /// The ids of a part and of everything below it.
  static func ids(in node: YAMLNode) -> [String] {
    let own = node["id"]?.scalar.map { [$0.text] } ?? []
    return own + (node["parts"]?.items ?? []).flatMap { ids(in: $0) }
  }

  /// Puts another node in the place of a part.
  mutating func replace(_ id: String, with node: YAMLNode) {
    replace(id, withAll: [node])
  }

  /// Puts several nodes in the place of a part.
  mutating func replace(_ id: String, withAll nodes: [YAMLNode]) {
    root = ScoreTree.flatMap(root) { $0["id"]?.scalar?.text == id ? nodes : nil }.first ?? root
  }

  /// Takes a part out of its group.
  mutating func remove(_ id: String) {
    replace(id, withAll: [])
  }

  /// Adds a part behind the last one of a group; false if there is no such group.
  mutating func add(_ part: YAMLNode, under id: String) -> Bool {
    guard let group = self.part(id), let parts = group["parts"], let items = parts.items, let entry = group.entry("parts") else {
      return false
    }
    let list = YAMLNode(content: .sequence(items + [part]), range: parts.range)
    replace(id, with: group.setting(YAMLEntry(key: entry.key, keyIsQuoted: entry.keyIsQuoted, value: list)))
    return true
  }

  private static func find(_ id: String, in node: YAMLNode) -> YAMLNode? {
    if node["id"]?.scalar?.text == id { return node }
    for child in node["parts"]?.items ?? [] {
      if let found = find(id, in: child) { return found }
    }
    return nil
  }

  /// Rebuilds the tree from the top; where `change` answers with nodes, they take the part's place.
  private static func flatMap(_ node: YAMLNode, _ change: (YAMLNode) -> [YAMLNode]?) -> [YAMLNode] {
    if let nodes = change(node) { return nodes }
    guard let entry = node.entry("parts"), let items = entry.value.items else { return [node] }
    let list = YAMLNode(content: .sequence(items.flatMap { flatMap($0, change) }), range: entry.value.range)
    return [node.setting(YAMLEntry(key: entry.key, keyIsQuoted: entry.keyIsQuoted, value: list))]
  }
}

extension YAMLNode {
  /// The entry under `key`, if this is a mapping that has it.
  func entry(_ key: String) -> YAMLEntry? {
    entries?.first { $0.key.value == key }
  }
}
