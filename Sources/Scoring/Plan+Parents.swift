extension Plan {
  /// The group that lists each part; nil for the root and for parts that no group lists. Complexity: linear in the number of parts.
  package var parents: [Int?] {
    var parents: [Int?] = nodes.map { _ in nil }
    for (group, node) in nodes.enumerated() {
      for child in node.children { parents[child] = group }
    }
    return parents
  }
}
