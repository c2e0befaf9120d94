internal import RuleDiagnostics
internal import RuleModel

/// The parts of one year's rules as a flat list, parents first, ready to be rewritten.
struct YearTree {
  /// One part.
  struct Node {
    var id: String
    /// The index of its group; nil for the root.
    var parent: Int?
    var weight: Fraction
    /// Which observations it reads for each field of its scale, where that is not simply the field itself.
    var reads: [String: ColumnKey] = [:]
    /// The part, or for a group that was put around others the group in which it stands.
    let part: Part
    var rounding: Rounding?
    var goalposts: Goalposts?
    var body: Part.Body
    /// The part into whose place it was put together with others, so that the two years can be compared.
    var whole: String?
    /// Whether nothing continues it, also not a part that carries its id now.
    var isEnded = false

    var isLeaf: Bool {
      if case .leaf = body { return true }
      return false
    }

    var scale: Scale? {
      guard case .leaf(let scale) = body else { return nil }
      return scale
    }
  }

  var nodes: [Node] = []

  init(_ edition: Edition) {
    func add(_ part: Part, under parent: Int?) {
      let index = nodes.count
      let body: Part.Body =
        switch part.body {
        case .group(let combine, _): .group(combine, [])
        case .leaf: part.body
        }
      nodes.append(
        Node(
          id: part.id.value, parent: parent, weight: part.weight.value, part: part, rounding: part.rounding, goalposts: part.goalposts,
          body: body))
      for child in part.children { add(child, under: index) }
    }
    add(edition.score, under: nil)
  }

  func index(of id: String) -> Int? {
    nodes.firstIndex { $0.id == id && !$0.isEnded }
  }

  /// Says that nothing continues a part.
  mutating func end(_ id: String) {
    if let index = index(of: id) { nodes[index].isEnded = true }
  }

  func children(of index: Int) -> [Int] {
    nodes.indices.filter { nodes[$0].parent == index }
  }

  /// Puts several indicators in the place of one; together they weigh what it weighed.
  mutating func split(_ id: String, into pieces: [(id: String, weight: Fraction)]) {
    guard let index = index(of: id) else { return }
    let whole = nodes[index]
    let total = pieces.map(\.weight).sum()
    for (position, piece) in pieces.enumerated() {
      var node = whole
      node.id = piece.id
      node.whole = id
      node.weight = whole.weight * piece.weight / total
      if position == 0 { nodes[index] = node } else { nodes.append(node) }
    }
  }

  /// Puts a group around some children of a group; it weighs what they weigh together.
  mutating func wrap(_ children: [Int], of group: Int, in wrapper: Node) {
    var wrapper = wrapper
    wrapper.parent = group
    wrapper.weight = children.map { nodes[$0].weight }.sum()
    wrapper.body = .group(.mean, [])
    let index = nodes.count
    nodes.append(wrapper)
    for child in children { nodes[child].parent = index }
  }
}

/// Which field a column holds in each year.
struct ColumnKey: Hashable, Sendable {
  let old: String?
  let new: String?
}
