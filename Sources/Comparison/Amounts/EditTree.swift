internal import RuleDiagnostics

/// The lines of an explanation as a tree over the edits; its levels are the levels of the nested Owen value.
struct EditTree {
  let id: String
  let label: Words?
  /// The edits that a leaf makes at once; none for what has lines below it.
  private let atom: [Int]
  let children: [EditTree]

  /// The edits below.
  var edits: [Int] {
    children.isEmpty ? atom : children.flatMap(\.edits)
  }

  /// The same block with lines that are one piece each, for questions about lines only.
  var withoutDetail: EditTree {
    EditTree(
      id: id, label: label, atom: [],
      children: children.map { EditTree(id: $0.id, label: $0.label, atom: $0.edits, children: []) })
  }

  /// The tree of one block: its lines in the order of `order`, below them the levels by id.
  init(_ block: Block, _ placed: [PlacedEdit], numbers: [Int], order: [(id: String, label: Words?)]) {
    let own = zip(numbers, placed).filter { $1.block == block }
    id = block.rawValue
    label = nil
    atom = []
    let lines = Dictionary(grouping: own) { $1.line }
    let known = Set(order.map(\.id))
    let rest = lines.keys.filter { !known.contains($0) }.sorted().map { (id: $0, label: Words?.none) }
    children = (order + rest).map { line in
      EditTree(
        id: line.id, label: line.label, items: (lines[line.id] ?? []).map { Item(number: $0, kind: $1.edit.kind, levels: $1.levels[...]) })
    }
  }

  private struct Item {
    let number: Int
    let kind: String
    let levels: ArraySlice<PlacedEdit.Level>
  }

  private init(id: String, label: Words?, items: [Item]) {
    self.id = id
    self.label = label
    if items.count == 1, let only = items.first, only.levels.isEmpty {
      atom = [only.number]
      children = []
      return
    }
    atom = []
    let here = items.filter(\.levels.isEmpty).map { EditTree(id: $0.kind, label: nil, atom: [$0.number], children: []) }
    let below = Dictionary(grouping: items.filter { !$0.levels.isEmpty }) { $0.levels.first?.id ?? "" }
    let deeper = below.map { id, items in
      EditTree(
        id: id, label: items.first?.levels.first?.label,
        items: items.map { Item(number: $0.number, kind: $0.kind, levels: $0.levels.dropFirst()) })
    }
    children = (here + deeper).sorted { $0.id.precedesByBytes($1.id) }
  }

  private init(id: String, label: Words?, atom: [Int], children: [EditTree]) {
    self.id = id
    self.label = label
    self.atom = atom
    self.children = children
  }
}
