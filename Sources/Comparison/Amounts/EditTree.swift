internal import RuleDiagnostics

/// The lines of an explanation as a tree over the edits; its levels are the levels of the nested Owen value.
struct EditTree {
  let id: String
  let label: Words?
  /// The edits that a leaf makes at once; none for what has lines below it.
  private let atom: [Int]
  let children: [EditTree]

  /// The edits below.
  let edits: [Int]
  /// The pieces in which the edits below are made; none before the tree was cut.
  let pieces: [Int]
  /// How many worlds an exact split of all levels below needs at most; what lies beyond a million counts as a million.
  let worlds: Int

  /// The same tree with `levels` levels below it; what lies deeper is one leaf. Its cost stays what it is, since whether a level is
  /// sampled must not depend on how many levels are asked for.
  func limited(to levels: Int) -> EditTree {
    levels == 0
      ? EditTree(id: id, label: label, atom: edits, pieces: pieces, children: [], worlds: worlds)
      : EditTree(id: id, label: label, atom: atom, pieces: pieces, children: children.map { $0.limited(to: levels - 1) }, worlds: worlds)
  }

  /// The same tree with each leaf in pieces: its edits of one kind are one piece, added to `pieces`.
  func cut(into pieces: inout [[Int]], kind: (Int) -> Worlds.Kind?) -> EditTree {
    guard children.isEmpty else {
      let children = children.map { $0.cut(into: &pieces, kind: kind) }
      return EditTree(id: id, label: label, atom: atom, pieces: children.flatMap(\.pieces), children: children, worlds: worlds)
    }
    var own: [Worlds.Kind?: Int] = [:]
    for edit in atom {
      let kind = kind(edit)
      if let piece = own[kind] {
        pieces[piece].append(edit)
      } else {
        own[kind] = pieces.count
        pieces.append([edit])
      }
    }
    return EditTree(id: id, label: label, atom: atom, pieces: own.values.sorted(), children: [], worlds: worlds)
  }

  /// The tree of one block: its lines in the order of `order`, below them the levels by id.
  init(_ block: Block, _ placed: [PlacedEdit], numbers: [Int], order: [(id: String, label: Words?)]) {
    let own = zip(numbers, placed).filter { $1.block == block }
    let lines = Dictionary(grouping: own) { $1.line }
    let known = Set(order.map(\.id))
    let rest = lines.keys.filter { !known.contains($0) }.sorted().map { (id: $0, label: Words?.none) }
    let children = (order + rest).map { line in
      EditTree(
        id: line.id, label: line.label, items: (lines[line.id] ?? []).map { Item(number: $0, kind: $1.edit.kind, levels: $1.levels[...]) })
    }
    self.init(id: block.rawValue, label: nil, atom: [], children: children)
  }

  private struct Item {
    let number: Int
    let kind: String
    let levels: ArraySlice<PlacedEdit.Level>
  }

  private init(id: String, label: Words?, items: [Item]) {
    if items.count == 1, let only = items.first, only.levels.isEmpty {
      self.init(id: id, label: label, atom: [only.number], children: [])
      return
    }
    let here = items.filter(\.levels.isEmpty).map { EditTree(id: $0.kind, label: nil, atom: [$0.number], children: []) }
    let below = Dictionary(grouping: items.filter { !$0.levels.isEmpty }) { $0.levels.first?.id ?? "" }
    let deeper = below.map { id, items in
      EditTree(
        id: id, label: items.first?.levels.first?.label,
        items: items.map { Item(number: $0.number, kind: $0.kind, levels: $0.levels.dropFirst()) })
    }
    self.init(id: id, label: label, atom: [], children: (here + deeper).sorted { $0.id.precedesByBytes($1.id) })
  }

  private init(id: String, label: Words?, atom: [Int], pieces: [Int] = [], children: [EditTree], worlds: Int? = nil) {
    self.id = id
    self.label = label
    self.atom = atom
    self.pieces = pieces
    self.children = children
    edits = children.isEmpty ? atom : children.flatMap(\.edits)
    self.worlds = worlds ?? EditTree.worlds(below: children)
  }

  /// Each of n siblings is split in each of the 2 to the power of n - 1 worlds that can come before it.
  private static func worlds(below children: [EditTree]) -> Int {
    let players = children.filter { !$0.edits.isEmpty }
    let each = 1 << min(20, max(0, players.count - 1))
    return min(1_000_000, players.reduce(0) { $0 + min(1_000_000, $1.worlds) } * each + (players.isEmpty ? 1 : 0))
  }
}
