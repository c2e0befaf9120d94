internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// An edit with its place in the explanation: block, line, and the levels below the line.
struct PlacedEdit: Sendable {
  let edit: Edit
  let block: Block
  let line: String
  let levels: [Level]
  /// The named changes that made it together, where it is nobody's own.
  var jointly: [String] = []

  /// One level of the drill-down.
  struct Level: Sendable, Hashable {
    let id: String
    let label: Words?
  }
}

extension PairedRules {
  /// Finds every difference between the two years' rules.
  func methodEdits() -> [PlacedEdit] {
    let claims = Claims(new.steps(since: old.name), old: old.score.subtree.map(\.id.value))
    var edits: [PlacedEdit] = []
    func place(_ edit: Edit, _ claimants: [String], _ levels: [PlacedEdit.Level]) {
      edits.append(
        PlacedEdit(
          edit: edit, block: .method, line: claimants.count == 1 ? claimants[0] : edit.unclaimedLine, levels: levels,
          jointly: claimants.count > 1 ? claimants : []))
    }
    for (index, part) in parts.enumerated() {
      guard let old = part.old, let new = part.new else {
        if part.isLeaf {
          let edit = part.old == nil ? Edit.came(part: index) : .went(part: index)
          place(edit, claims.presence(of: pathIDs(index)), levels(from: topmostOfYear(index), to: index))
        }
        continue
      }
      let own = [level(index)]
      if hasOtherScale(index) {
        let pieces = piecesAsOne(with: index).filter(hasOtherScale)
        // What changes as one is told once.
        if pieces[0] == index {
          place(
            .scale(parts: pieces), claims.claimants(of: Set(pieces.map { .scale(parts[$0].id) })),
            pieces.count == 1 ? own : [whole(of: index)])
        }
      }
      if part.isLeaf, old.node.missing != new.node.missing {
        place(.missing(part: index), claims.missing(of: pathIDs(index)), own)
      }
      if old.node.condition != new.node.condition
        || old.node.condition != nil && old.node.notApplicable != new.node.notApplicable
      {
        place(.applies(part: index), claims.claimants(of: [.applies(part.id)]), own)
      }
      if !part.isLeaf, old.node.body != new.node.body || old.node.precision != new.node.precision {
        place(.combine(part: index), claims.claimants(of: [.combine(part.id)]), own)
      }
      if old.node.goalposts != new.node.goalposts {
        // A group that was put around others in the other year brings its goalposts with it.
        let claimants = claims.claimants(of: [.goalposts(part.id)])
        place(.goalposts(part: index), claimants.isEmpty ? claims.claimants(of: [.present(part.id)]) : claimants, own)
      }
      if !part.isLeaf, old.node.rung != new.node.rung { place(.at(part: index), claims.claimants(of: [.at(part.id)]), own) }
      if old.node.rounding != new.node.rounding { place(.round(part: index), claims.claimants(of: [.round(part.id)]), own) }
      if old.parent != new.parent { place(.parent(part: index), claims.claimants(of: [.parent(part.id)]), own) }
      let children = continuing(in: index)
      if weightsDiffer(children, in: index) {
        place(.weights(group: index), claims.claimants(of: Set(children.map { .weight(parts[$0].id) })), own)
      }
    }
    for rung in 1..<max(1, rungCount) where oldCombines[rung] != newCombines[rung] {
      let name = new.rungs[rung]
      place(
        .rung(rung), claims.claimants(of: [.rung(name.id.value)]), [PlacedEdit.Level(id: name.id.value, label: name.label)])
    }
    return edits
  }

  /// Whether an indicator of both years is scored otherwise.
  private func hasOtherScale(_ index: Int) -> Bool {
    guard parts[index].isLeaf, let old = parts[index].old?.node, let new = parts[index].new?.node else { return false }
    return old.body != new.body || old.rung != new.rung || old.precision != new.precision
  }

  /// Continuing siblings are reweighted only if their weights relative to each other differ; in a `sum`, if they differ at all. A group
  /// that is a `sum` in one of the years is asked both.
  private func weightsDiffer(_ children: [Int], in group: Int) -> Bool {
    let sums = [parts[group].old, parts[group].new].map { version in
      if case .group(.sum)? = version?.node.body { true } else { false }
    }
    if sums.contains(true), children.contains(where: { parts[$0].old?.absolute != parts[$0].new?.absolute }) { return true }
    return sums.contains(false) && relativeWeights(children, \.old) != relativeWeights(children, \.new)
  }

  private func relativeWeights(_ children: [Int], _ year: KeyPath<PairedPart, PairedPart.Version?>) -> [Fraction] {
    let weights = children.map { parts[$0][keyPath: year]?.weight ?? .zero }
    let sum = weights.sum()
    return weights.map { $0 / sum }
  }

  func level(_ index: Int) -> PlacedEdit.Level {
    PlacedEdit.Level(id: parts[index].id, label: label(of: parts[index]))
  }

  /// The part and the groups above it that exist in the same year only, from the topmost down.
  private func topmostOfYear(_ index: Int) -> Int {
    var top = index
    while let parent = parts[top].either?.parent, !parts[parent].continues { top = parent }
    return top
  }

  private func levels(from top: Int, to bottom: Int) -> [PlacedEdit.Level] {
    var path = [level(bottom)]
    var index = bottom
    while index != top, let parent = parts[index].either?.parent {
      index = parent
      path.insert(level(index), at: 0)
    }
    // A part that came alone is shown once, not under itself.
    return path
  }

  /// The ids of a part and of the groups above it, from the part up.
  func pathIDs(_ index: Int) -> [String] {
    var ids = [parts[index].id]
    var part = index
    while let parent = parts[part].either?.parent {
      ids.append(parts[parent].id)
      part = parent
    }
    return ids
  }
}

/// Who claims which difference.
struct Claims {
  private let changes: [(id: String, slots: Set<Slot>)]

  /// Takes the steps between two editions, oldest first, and the ids of the parts of the older one.
  ///
  /// What a change says of a part holds under each name by which the comparison knows the part: what was renamed or split by its later
  /// names, what was merged by the names of those that were. Complexity: the parts times the links of the steps.
  init(_ steps: [EditionStep], old: [String]) {
    let ends = Dictionary(grouping: old) { steps.successors(of: $0) }
    let merged = ends.filter { $0.key.count == 1 && $0.value.count > 1 }.flatMap(\.value)
    changes = steps.indices.flatMap { number in
      let names = Claims.laterNames(steps[number...])
      let members = Dictionary(grouping: merged) { steps[...number].successors(of: $0).first ?? $0 }
      return steps[number].changes.map { change in
        let renamed = change.slots.flatMap { slot in
          slot.part.map { part in ((names[part] ?? []) + (members[part] ?? [])).map { slot.of($0) } } ?? []
        }
        return (change.id.value, change.slots.union(renamed))
      }
    }
  }

  /// The last names of renamed and split parts by their names in the earlier edition.
  private static func laterNames(_ steps: ArraySlice<EditionStep>) -> [String: [String]] {
    var names: [String: [String]] = [:]
    for link in steps.flatMap(\.parts).reversed() where link.kind == .renamed || link.kind == .split {
      for from in link.from { names[from] = link.to.flatMap { names[$0] ?? [$0] } }
    }
    return names
  }

  /// The changes that claim any of `slots`, in order.
  func claimants(of slots: Set<Slot>) -> [String] {
    changes.filter { !$0.slots.isDisjoint(with: slots) }.map(\.id)
  }

  /// Who added or removed a part, or else the nearest group above it.
  func presence(of path: [String]) -> [String] {
    for id in path {
      let claimants = claimants(of: [.present(id)])
      if !claimants.isEmpty { return claimants }
    }
    return []
  }

  /// Who set the policy for missing observations that holds for a part.
  func missing(of path: [String]) -> [String] {
    for id in path {
      let claimants = claimants(of: [.missing(id)])
      if !claimants.isEmpty { return claimants }
    }
    return claimants(of: [.missingByDefault])
  }
}
