internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// Puts the explanations of some institutions together: edits, amounts along a path, ranges, zone, assumptions.
struct ChangeBuilder {
  private let rules: PairedRules
  private let survey: PairedSurvey
  private let placed: [PlacedEdit]
  private let path: ExplanationPath
  private let trees: [(block: Block, tree: EditTree)]
  /// The levels of lines below each block.
  private let depth: Int
  /// The institution to which each edit belongs; nil for the edits of the rules, which belong to all.
  private let owners: [Int?]
  private let order: LineOrder
  private var owen: OwenValue
  private var institutions: Range<Int> { survey.population.rungs[0].indices }

  /// Prepares the explanation of every institution of a survey; `depth` levels of lines below each block are found.
  init(rules: PairedRules, survey: PairedSurvey, method: [PlacedEdit], order: LineOrder, path: ExplanationPath, depth: Int) {
    self.depth = depth
    self.rules = rules
    self.survey = survey
    self.path = path
    let placed = survey.edits(rules) + method
    self.placed = placed
    self.order = order
    owners = placed.map { survey.institution(of: $0.edit, rules) }
    let found = Dictionary(grouping: placed, by: \.block).mapValues { Set($0.map(\.line)) }
    trees = Block.allCases.map { block in
      let lines = order.lines(of: block).filter { line in
        order.isAlwaysShown(line.id, in: block.rawValue) || found[block]?.contains(line.id) ?? false
      }
      return (block, EditTree(block, placed, numbers: Array(placed.indices), order: lines.map { ($0.id, $0.label) }))
    }.filter { !$0.tree.children.isEmpty }
    owen = OwenValue(
      worlds: Worlds(rules: rules, survey: survey, edits: placed.map(\.edit)), institutions: survey.population.rungs[0].count)
  }

  /// Returns the explanation of each institution; nil where a world that it needs has no total.
  consuming func build() -> [ScoreChange?] {
    let none = owen.worlds.none
    let performance = none.inserting(edits(of: .performance))
    let scope = performance.inserting(edits(of: .scope))
    let totals = [none, performance, scope, owen.worlds.all].map { owen.value($0) }
    let assuming = Set(owen.worlds.assumed.map { survey.population.ancestor(of: $0.entity, from: $0.rung, on: 0) })
    let gone = placed.compactMap { if case .went(let part) = $0.edit { part } else { nil } }
    let hasNamedLines = trees.map { block in
      block.tree.children.contains { order.isAlwaysShown($0.id, in: block.block.rawValue) }
    }
    let trees = trees.map { (block: $0.block, tree: $0.tree.limited(to: depth)) }
    let amounts = trees.map { chosenAmounts($0.tree, of: $0.block) }
    let assumedValues = owen.worlds.assumed
    let ranges = trees.map { contextAmounts($0.tree.limited(to: min(depth, 1)), of: $0.block) }
    let without = totalsButFor()
    return institutions.map { institution in
      guard !owen.failed[institution] else { return nil }
      let from = year(rules.old, totals[0][institution])
      let to = year(rules.new, totals[3][institution])
      let isAssumed = assuming.contains(institution) || gone.contains { isNoLongerRecorded($0, for: institution) }
      let worlds = zip(["P", "P+S"], totals[1...2]).map { ScoreChange.World(id: $0, total: $1[institution], isAssumed: isAssumed) }
      let blocks = trees.indices.compactMap { index -> ScoreChange.Line? in
        let tree = trees[index].tree
        guard isShown(tree, to: institution) || hasNamedLines[index] else { return nil }
        return line(tree, amounts[index], ranges: ranges[index], of: institution)
      }
      let butFor =
        from.zone?.colour == to.zone?.colour
        ? [] : without.filter { rules.new.zone(of: $0.totals[institution])?.colour == from.zone?.colour }.map(\.line).sorted()
      return finish(institution, from: from, to: to, worlds: worlds, blocks: blocks, butFor: butFor, assumed: assumedValues)
    }
  }

  /// Whether any edit below belongs to an institution.
  private func isShown(_ tree: EditTree, to institution: Int) -> Bool {
    tree.edits.contains { owners[$0] == nil || owners[$0] == institution }
  }

  private func finish(
    _ institution: Int, from: ScoreChange.Year, to: ScoreChange.Year, worlds: [ScoreChange.World], blocks: [ScoreChange.Line],
    butFor: [String], assumed: Set<AssumedValue>
  ) -> ScoreChange {
    let places = max(rules.old.publishedPlaces, rules.new.publishedPlaces)
    let change = to.printed(places: places) - from.printed(places: places)
    let rounding = change - (to.total - from.total)
    let rows = blocks.map { (id: $0.id, amount: $0.amount) } + [(id: "final_rounding", amount: rounding)]
    let printed = printedAmounts(rows, addingUpTo: change, places: places)
    let entity = survey.population.rungs[0][institution]
    return ScoreChange(
      entity: entity.path, name: entity.name, kind: entity.kind, province: entity.province, path: path, from: from, to: to,
      places: places, worlds: worlds, blocks: zip(blocks, printed).map { $0.printing($1, places: places) },
      finalRounding: ScoreChange.Line(
        id: "final_rounding", label: nil, amount: rounding, printed: printed.last ?? .zero, range: nil, isNewlyMeasured: false,
        countedIn: nil, entities: [], lines: []),
      zone: ZoneAnswer(from: from, to: to, butFor: butFor), assumptions: assumptions(assumed, of: institution),
      isSampled: owen.isSampled)
  }

  private func year(_ edition: Edition, _ total: Fraction) -> ScoreChange.Year {
    ScoreChange.Year(edition: edition, total: total, reported: edition.reported(total), zone: edition.zone(of: total))
  }

  private func edits(of block: Block) -> [Int] {
    placed.indices.filter { placed[$0].block == block }
  }

  // MARK: Amounts

  /// The sets of other blocks that can come before `block`, with the chance of each.
  private func contexts(of block: Block) -> [(before: [Block], chance: Fraction)] {
    let others = trees.map(\.block).filter { $0 != block }
    let weights = orderWeights(others.count + 1)
    return (0..<(1 << others.count)).map { subset in
      let before = others.enumerated().filter { subset >> $0.offset & 1 == 1 }.map(\.element)
      return (before, weights[before.count])
    }
  }

  private mutating func chosenAmounts(_ tree: EditTree, of block: Block) -> Amounts {
    switch path {
    case .observed:
      let before = Block.allCases.prefix { $0 != block }
      return owen.amounts(of: tree, after: owen.worlds.none.inserting(before.flatMap { edits(of: $0) }))
    case .symmetric:
      var sum = Amounts.zero(tree, institutions: institutions.count)
      for context in contexts(of: block) {
        let base = owen.worlds.none.inserting(context.before.flatMap { edits(of: $0) })
        sum = sum + owen.amounts(of: tree, after: base) * context.chance
      }
      return sum
    }
  }

  /// The amounts of a block and its lines after each set of other blocks.
  private mutating func contextAmounts(_ tree: EditTree, of block: Block) -> [Amounts] {
    contexts(of: block).map { context in
      owen.amounts(of: tree, after: owen.worlds.none.inserting(context.before.flatMap { edits(of: $0) }))
    }
  }

  // MARK: Lines

  private func line(_ tree: EditTree, _ amounts: Amounts, ranges: [Amounts], of institution: Int) -> ScoreChange.Line {
    let lines = tree.children.indices.compactMap { index -> ScoreChange.Line? in
      guard
        isShown(tree.children[index], to: institution) || order.isAlwaysShown(tree.children[index].id, in: tree.id)
      else { return nil }
      return line(
        tree.children[index], amounts.children[index], of: institution,
        range: ChangeBuilder.range(ranges.map { $0.children[index].amount[institution] }))
    }
    return ScoreChange.Line(
      id: tree.id, label: tree.label, amount: amounts.amount[institution], printed: .zero,
      range: ChangeBuilder.range(ranges.map { $0.amount[institution] }), isNewlyMeasured: isNewlyMeasured(tree, for: institution),
      countedIn: nil, entities: visitors(tree, for: institution), lines: lines)
  }

  private static func range(_ amounts: [Fraction]) -> ClosedRange<Fraction> {
    (amounts.min() ?? .zero)...(amounts.max() ?? .zero)
  }

  private func line(_ tree: EditTree, _ amounts: Amounts, of institution: Int, range: ClosedRange<Fraction>?) -> ScoreChange.Line {
    ScoreChange.Line(
      id: tree.id, label: tree.label, amount: amounts.amount[institution], printed: .zero, range: range,
      isNewlyMeasured: isNewlyMeasured(tree, for: institution), countedIn: countedIn(tree), entities: visitors(tree, for: institution),
      lines: tree.children.indices.compactMap { index in
        isShown(tree.children[index], to: institution)
          ? line(tree.children[index], amounts.children[index], of: institution, range: nil) : nil
      })
  }

  /// The line that holds what a named change did together with others, if it did nothing on its own.
  private func countedIn(_ tree: EditTree) -> String? {
    guard tree.edits.isEmpty else { return nil }
    return placed.first { $0.jointly.contains(tree.id) }?.line
  }

  private func isNewlyMeasured(_ tree: EditTree, for institution: Int) -> Bool {
    let edits = tree.edits.filter { owners[$0] == nil || owners[$0] == institution }
    return !edits.isEmpty
      && edits.allSatisfy { edit in
        switch placed[edit].edit {
        case .came(let part): !rules.isBackcast(part)
        case .joined: true
        default: false
        }
      }
  }

  /// Who of an institution joined or left in a line.
  private func visitors(_ tree: EditTree, for institution: Int) -> [ScoreChange.Visitor] {
    tree.edits.filter { owners[$0] == institution }.compactMap { edit in
      switch placed[edit].edit {
      case .joined(let rung, let entity), .left(let rung, let entity):
        ScoreChange.Visitor(rung: rung, name: survey.population.rungs[rung][entity].name)
      default: nil
      }
    }
  }

  /// The totals of the world in which everything but one line was edited, for each line.
  private mutating func totalsButFor() -> [(line: String, totals: ByInstitution)] {
    trees.flatMap(\.tree.children).filter { !$0.edits.isEmpty }.map { ($0.id, owen.value(owen.worlds.all.removing($0.edits))) }
  }

  // MARK: Assumptions

  private func assumptions(_ assumed: Set<AssumedValue>, of institution: Int) -> [ScoreChange.Assumption] {
    var found: Set<ScoreChange.Assumption> = []
    for (edit, owner) in zip(placed, owners) where owner == nil || owner == institution {
      switch edit.edit {
      case .came(let part) where rules.isBackcast(part): found.insert(assumption(.backcast, part: part))
      case .came(let part): found.insert(assumption(.newlyMeasured, part: part))
      case .joined(let rung, let entity):
        let entity = survey.population.rungs[rung][entity]
        found.insert(.init(kind: .newlyMeasured, what: entity.path, label: Words(same: entity.name)))
      case .scale(let part) where isRecoded(part): found.insert(assumption(.recoded, part: part))
      case .scale(let part) where readsOtherColumns(part): found.insert(assumption(.inseparable, part: part))
      case .went(let part) where isNoLongerRecorded(part, for: institution): found.insert(assumption(.keptOldValue, part: part))
      default: break
      }
    }
    for value in assumed where survey.population.ancestor(of: value.entity, from: value.rung, on: 0) == institution {
      let entity = survey.population.rungs[value.rung][value.entity]
      let part = rules.parts[value.part].id
      let label = rules.label(of: rules.parts[value.part]) ?? Words(same: part)
      found.insert(
        .init(
          kind: value.hasPeers ? .peersAverage : .leftOut, what: "\(entity.path) \(part)",
          label: Words(id: "\(label.id), \(entity.name)", en: "\(label.en), \(entity.name)")))
    }
    let order = ScoreChange.Assumption.Kind.allCases
    return found.sorted { left, right in
      let (a, b) = (order.firstIndex(of: left.kind) ?? 0, order.firstIndex(of: right.kind) ?? 0)
      return a != b ? a < b : left.what.precedesByBytes(right.what)
    }
  }

  private func assumption(_ kind: ScoreChange.Assumption.Kind, part: Int) -> ScoreChange.Assumption {
    let id = rules.parts[part].id
    return .init(kind: kind, what: id, label: rules.label(of: rules.parts[part]) ?? Words(same: id))
  }

  private func columns(_ version: PairedPart.Version?) -> [Int] {
    guard case .leaf(let scale)? = version?.node.body else { return [] }
    return scale.columns
  }

  private func readsOtherColumns(_ part: Int) -> Bool {
    Set(columns(rules.parts[part].old)) != Set(columns(rules.parts[part].new))
  }

  /// Whether the part reads the same fields in both years, some of them with other values.
  private func isRecoded(_ part: Int) -> Bool {
    let names = Dictionary(rules.twins.map { ($0.old, $0.new) }) { first, _ in first }
    let before = columns(rules.parts[part].old)
    return before.contains { names[$0] != nil } && Set(before.map { names[$0] ?? $0 }) == Set(columns(rules.parts[part].new))
  }

  private func isNoLongerRecorded(_ part: Int, for institution: Int) -> Bool {
    columns(rules.parts[part].old).contains { column in
      let rung = rules.columns[column].rung
      return rules.columns[column].key.new == nil
        && survey.population.entities(on: rung, under: institution, of: 0).contains { survey.inNew[rung][$0] && survey.inOld[rung][$0] }
    }
  }
}

extension PairedSurvey {
  /// The institution to which an edit belongs; nil for an edit of the rules.
  func institution(of edit: Edit, _ rules: PairedRules) -> Int? {
    switch edit {
    case .joined(let rung, let entity), .left(let rung, let entity): population.ancestor(of: entity, from: rung, on: 0)
    case .changed(let column, let entity), .coverage(let column, let entity):
      population.ancestor(of: entity, from: rules.columns[column].rung, on: 0)
    default: nil
    }
  }
}
