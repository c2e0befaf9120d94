internal import RuleDiagnostics
internal import RuleModel

/// Says the old year in the new year's words before the two are compared: renames, splits, merges and groups put around what was there.
/// None of this moves a score, so whatever differs afterwards is performance or a real change of method.
struct Rewriting {
  private(set) var old: YearTree
  private(set) var new: YearTree
  private let oldEdition: Edition
  private let newEdition: Edition
  /// Fields that go on under another name, old name to new.
  let renamedFields: [String: String]

  init(_ oldEdition: Edition, _ newEdition: Edition) {
    self.oldEdition = oldEdition
    self.newEdition = newEdition
    old = YearTree(oldEdition)
    new = YearTree(newEdition)
    let steps = newEdition.steps(since: oldEdition.name)
    renamedFields = Rewriting.fields(steps)
    let successors = old.nodes.map { (from: $0.id, to: steps.successors(of: $0.id)) }
    for ended in successors where ended.to.isEmpty { old.end(ended.from) }
    let forerunners = Dictionary(grouping: successors.filter { $0.to.count == 1 }) { $0.to[0] }
    // A part into which several merged is said in their words, all others in the new ones.
    for (from, to) in successors where !to.isEmpty && to != [from] {
      if to.count > 1 || to.first.map({ forerunners[$0]?.count == 1 }) ?? false { carry(from, to) }
    }
    for (id, members) in forerunners.sorted(by: { $0.key < $1.key }) where members.count > 1 { carryMerged(members.map(\.from), into: id) }
    wrap()
  }

  private static func fields(_ steps: [EditionStep]) -> [String: String] {
    var names: [String: String] = [:]
    for step in steps {
      for link in step.fields {
        let origin = names.first { $0.value == link.from }?.key ?? link.from
        names[origin] = link.to
      }
    }
    return names
  }

  /// A rename or a split: the old part takes the new names.
  private mutating func carry(_ from: String, _ to: [String]) {
    guard let index = old.index(of: from) else { return }
    let targets = to.compactMap { new.index(of: $0) }
    guard targets.count == to.count else { return }
    if to.count == 1 {
      guard old.nodes[index].isLeaf == new.nodes[targets[0]].isLeaf else { return }
      old.nodes[index].id = to[0]
      pairFields(oldNode: index, newNode: targets[0])
      return
    }
    guard old.nodes[index].isLeaf, targets.allSatisfy({ new.nodes[$0].isLeaf }) else { return }
    old.split(from, into: targets.map { (new.nodes[$0].id, new.nodes[$0].weight) })
    for target in targets {
      if let piece = old.index(of: new.nodes[target].id) { pairFields(oldNode: piece, newNode: target) }
    }
  }

  /// A merge: the new part takes the old names, weighed as they were.
  private mutating func carryMerged(_ from: [String], into id: String) {
    guard let target = new.index(of: id), new.nodes[target].isLeaf else { return }
    let sources = from.compactMap { old.index(of: $0) }
    guard sources.count == from.count, sources.allSatisfy({ old.nodes[$0].isLeaf }) else { return }
    new.split(id, into: sources.map { (old.nodes[$0].id, old.nodes[$0].weight) })
    for source in sources {
      if let piece = new.index(of: old.nodes[source].id) { pairFields(oldNode: source, newNode: piece) }
    }
  }

  /// The old field's values are read as the new field's when the old one is gone and the new one has just come with the same type. A field
  /// that goes on under another name is not gone, and one whose values read otherwise is not the same field.
  private mutating func pairFields(oldNode: Int, newNode: Int) {
    guard let before = old.nodes[oldNode].scale?.fields, let after = new.nodes[newNode].scale?.fields, before.count == after.count else {
      return
    }
    for (from, to) in zip(before, after) where from != to {
      guard let oldField = oldEdition.field(from), let newField = newEdition.field(to), newEdition.field(from) == nil,
        oldEdition.field(to) == nil, renamedFields[from] == nil, !renamedFields.values.contains(to),
        oldField.kind == newField.kind, oldField.rung == newField.rung,
        newEdition.steps(since: oldEdition.name).recodings(of: from).isEmpty
      else { continue }
      let key = ColumnKey(old: from, new: to)
      old.nodes[oldNode].reads[from] = key
      new.nodes[newNode].reads[to] = key
    }
  }

  /// A group that holds all that continues of its parent's children is put around them in the other year as well.
  private mutating func wrap() {
    let oldIDs = Set(old.nodes.map(\.id))
    let newIDs = Set(new.nodes.map(\.id))
    Rewriting.wrap(&old, as: new, known: oldIDs, shared: newIDs)
    Rewriting.wrap(&new, as: old, known: newIDs, shared: oldIDs)
  }

  private static func wrap(_ tree: inout YearTree, as other: YearTree, known: Set<String>, shared: Set<String>) {
    for (index, wrapper) in other.nodes.enumerated() {
      guard !known.contains(wrapper.id), case .group(.mean, _) = wrapper.body, let parent = wrapper.parent,
        let group = parent == 0 ? 0 : tree.index(of: other.nodes[parent].id), case .group(.mean, _) = tree.nodes[group].body
      else { continue }
      let inside = Set(other.children(of: index).map { other.nodes[$0].id })
      let children = tree.children(of: group)
      // With a sibling outside the group a skipped part would give its weight to other parts than before.
      guard !children.isEmpty, children.allSatisfy({ shared.contains(tree.nodes[$0].id) && inside.contains(tree.nodes[$0].id) }) else {
        continue
      }
      tree.wrap(
        children, of: group,
        in: YearTree.Node(id: wrapper.id, parent: nil, weight: .one, part: tree.nodes[group].part, rounding: nil, body: .group(.mean, [])))
    }
  }
}
