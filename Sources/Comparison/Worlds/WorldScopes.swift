internal import RuleModel
internal import Scoring

/// The pieces on which values can depend, as long as nothing in them is neutral.
struct WorldScopes: Sendable {
  /// For each part the pieces on which its values on its own rung depend: what it reads and what is or was below it.
  let parts: [EditSet]
  /// The same where somebody who is not there leaves a trace: what stands for them is looked up on every rung above.
  let tracedParts: [EditSet]
  /// For each rung the pieces on which it depends how values are brought up to it from the rungs below: the ladder, and who is there.
  let rungs: [EditSet]
  /// For each rung the pieces on which it depends what its entities count beside their siblings.
  let weights: [EditSet]
  /// The rungs that have a say in what the entities of each rung count and whether they are there.
  let counted: [ClosedRange<Int>]
  /// Whether the values of a part on its own rung depend on who is there: for most, whoever is not there is simply not asked.
  let readsPresence: [Bool]

  /// Finds what depends on what.
  init(_ numbers: EditNumbers, _ rules: PairedRules, _ survey: PairedSurvey, none: EditSet) {
    let everyone = numbers.surveyed.reduce(none) { $0.union($1) }
    var weights: [EditSet] = []
    var counted: [ClosedRange<Int>] = []
    for rung in 0..<rules.rungCount {
      var scope = none.inserting([numbers.rungs[rung]].compactMap(\.self))
      var lowest = rung
      for combine in [rules.oldCombines[rung], rules.newCombines[rung]] {
        switch combine {
        case .weightedByColumn(let column): scope = scope.union(numbers.columns[column].all)
        case .weightedByCount(let lower): lowest = max(lowest, lower)
        default: break
        }
      }
      if lowest > rung { for counted in rung...lowest { scope = scope.union(numbers.surveyed[counted]) } }
      weights.append(scope)
      counted.append(rung...lowest)
    }
    self.weights = weights
    self.counted = counted
    rungs = (0..<rules.rungCount).map { rung in
      (rung + 1..<max(rung + 1, rules.rungCount)).reduce(none) { $0.union(weights[$1]).union(numbers.surveyed[$1]) }
    }
    let unseen = survey.cells.map(\.hasUnseen)
    readsPresence = rules.parts.map { $0.readsPresence(unseen) }
    let own = rules.parts.indices.map { [readsPresence] in
      numbers.own($0, rules, none).union(readsPresence[$0] ? everyone : none)
    }
    parts = WorldScopes.withChildren(own, rules) { [rungs] top in rungs[top] }
    tracedParts = WorldScopes.withChildren(own, rules) { [rungs] _ in rungs[0] }
  }

  /// Adds to the scope of each group those of all that stand below it in either year, with what they need to be brought up to its rung; as
  /// many rounds as the tree is deep.
  private static func withChildren(_ own: [EditSet], _ rules: PairedRules, raising: (Int) -> EditSet) -> [EditSet] {
    var parts = own
    let heights = rules.parts.map { part in [part.old?.node.rung, part.new?.node.rung].compactMap(\.self) }
    var changed = true
    while changed {
      changed = false
      for (index, part) in rules.parts.enumerated() {
        for parent in [part.old?.parent, part.new?.parent].compactMap(\.self) {
          var merged = parts[parent].union(parts[index])
          let top = heights[parent].min() ?? 0
          if heights[index].max() ?? 0 > top { merged = merged.union(raising(top)) }
          if merged != parts[parent] {
            parts[parent] = merged
            changed = true
          }
        }
      }
    }
    return parts
  }
}

extension EditNumbers {
  fileprivate func own(_ index: Int, _ rules: PairedRules, _ none: EditSet) -> EditSet {
    var scope = none.inserting(parts[index].all)
    for version in [rules.parts[index].old, rules.parts[index].new].compactMap(\.self) {
      for column in version.node.columns { scope = scope.union(columns[column].all) }
    }
    return scope
  }
}

extension Plan.Node {
  /// The columns that it reads itself.
  fileprivate var columns: [Int] {
    let own = condition?.columns ?? []
    guard case .leaf(let scale) = body else { return own }
    return own + scale.columns
  }
}

extension PairedPart {
  /// Whether it depends on who is there what the part is worth to somebody who is. `unseen`: the columns with cells that nobody could have
  /// recorded.
  fileprivate func readsPresence(_ unseen: [Bool]) -> Bool {
    [old, new].compactMap(\.?.node).contains { node in
      guard node.condition == nil else { return true }
      guard case .leaf(let scale) = node.body else { return false }
      if case .formula = scale { return true }
      if case .carry = node.missing { return true }
      // What takes the average of its peers depends on who they are.
      return node.missing.insists || scale.columns.contains { unseen[$0] }
    }
  }
}
