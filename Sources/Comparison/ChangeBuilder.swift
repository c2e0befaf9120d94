internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// Puts the explanation of one institution together: edits, amounts along a path, ranges, zone, assumptions.
struct ChangeBuilder {
  private let rules: PairedRules
  private let survey: PairedSurvey
  private let placed: [PlacedEdit]
  private let path: ExplanationPath
  private let trees: [(block: Block, tree: EditTree)]
  private var owen: OwenValue

  init(rules: PairedRules, survey: PairedSurvey, method: [PlacedEdit], path: ExplanationPath) {
    self.rules = rules
    self.survey = survey
    self.path = path
    let placed = survey.edits(rules) + method
    self.placed = placed
    let named = rules.new.changes(since: rules.old.name).map { (id: $0.id.value, label: Words?.some($0.title)) }
    let order: [Block: [(id: String, label: Words?)]] = [
      .performance: ["performance", "coverage"].map { ($0, nil) },
      .scope: rules.new.rungs.dropFirst().flatMap { rung in
        [("\(rung.id.value)-joined", rung.label), ("\(rung.id.value)-left", rung.label)]
      },
      .method: named + Edit.unclaimedLines.map { ($0, ChangeBuilder.jointTitle(of: $0, placed, named)) },
    ]
    // Named changes are shown also where they are worth exactly 0; every other line only where something differs.
    let alwaysShown = Set(named.map(\.id))
    trees = Block.allCases.map { block in
      let lines = (order[block] ?? []).filter { line in
        block == .method && alwaysShown.contains(line.id) || placed.contains { $0.block == block && $0.line == line.id }
      }
      return (block, EditTree(block, placed, numbers: Array(placed.indices), order: lines))
    }.filter { !$0.tree.children.isEmpty }
    owen = OwenValue(worlds: Worlds(rules: rules, survey: survey, edits: placed.map(\.edit)))
  }

  /// What a line is called in which several named changes did one thing together: their titles; nil where nobody claims what is in it.
  private static func jointTitle(of line: String, _ placed: [PlacedEdit], _ named: [(id: String, label: Words?)]) -> Words? {
    let own = placed.filter { $0.block == .method && $0.line == line }
    let claimants = named.filter { change in own.contains { $0.jointly.contains(change.id) } }.compactMap(\.label)
    guard !claimants.isEmpty, own.allSatisfy({ !$0.jointly.isEmpty }) else { return nil }
    return Words(id: claimants.map(\.id).joined(separator: " + "), en: claimants.map(\.en).joined(separator: " + "))
  }

  /// Returns the explanation; nil if a world that it needs has no total.
  consuming func build() -> ScoreChange? {
    let none = owen.worlds.none
    let performance = none.inserting(edits(of: .performance))
    let scope = performance.inserting(edits(of: .scope))
    let from = year(rules.old, owen.value(none))
    let to = year(rules.new, owen.value(owen.worlds.all))
    let worlds = [
      ScoreChange.World(id: "P", total: owen.value(performance)), ScoreChange.World(id: "P+S", total: owen.value(scope)),
    ]
    let amounts = trees.map { chosenAmounts($0.tree, of: $0.block) }
    let assumedValues = owen.worlds.assumed
    let blocks = zip(trees, amounts).map { pair, amounts in
      line(pair.tree, amounts, ranges: contextAmounts(pair.tree, of: pair.block))
    }
    let butFor = from.zone?.colour == to.zone?.colour ? [] : linesButFor(from)
    guard !owen.failed else { return nil }
    return finish(from: from, to: to, worlds: worlds, blocks: blocks, butFor: butFor, assumed: assumedValues)
  }

  private func finish(
    from: ScoreChange.Year, to: ScoreChange.Year, worlds: [ScoreChange.World], blocks: [ScoreChange.Line], butFor: [String],
    assumed: Set<AssumedValue>
  ) -> ScoreChange {
    let places = max(rules.old.publishedPlaces, rules.new.publishedPlaces)
    let rounding = (to.reported - from.reported) - (to.total - from.total)
    let rows = blocks.map { (id: $0.id, amount: $0.amount) } + [(id: "final_rounding", amount: rounding)]
    let printed = printedAmounts(rows, addingUpTo: to.reported - from.reported, places: places)
    return ScoreChange(
      entity: survey.population.rungs[0][0].path, name: survey.population.rungs[0][0].name, path: path, from: from, to: to,
      places: places, worlds: worlds, blocks: zip(blocks, printed).map { $0.printing($1, places: places) },
      finalRounding: ScoreChange.Line(
        id: "final_rounding", label: nil, amount: rounding, printed: printed.last ?? .zero, range: nil, isNewlyMeasured: false,
        countedIn: nil,
        lines: []),
      zone: ZoneAnswer(from: from, to: to, butFor: butFor), assumptions: assumptions(assumed), isSampled: owen.isSampled)
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
      var sum = Amounts.zero(tree)
      for context in contexts(of: block) {
        let base = owen.worlds.none.inserting(context.before.flatMap { edits(of: $0) })
        sum = sum + owen.amounts(of: tree, after: base) * context.chance
      }
      return sum
    }
  }

  /// The amounts of a block and its lines after each set of other blocks; deeper levels are not needed for ranges.
  private mutating func contextAmounts(_ tree: EditTree, of block: Block) -> [Amounts] {
    contexts(of: block).map { context in
      owen.amounts(of: tree.withoutDetail, after: owen.worlds.none.inserting(context.before.flatMap { edits(of: $0) }))
    }
  }

  // MARK: Lines

  private func line(_ tree: EditTree, _ amounts: Amounts, ranges: [Amounts]) -> ScoreChange.Line {
    let lines = zip(tree.children, amounts.children).enumerated().map { index, pair in
      let own = ranges.map { $0.children[index].amount }
      return line(pair.0, pair.1, range: (own.min() ?? .zero)...(own.max() ?? .zero))
    }
    let own = ranges.map(\.amount)
    return ScoreChange.Line(
      id: tree.id, label: tree.label, amount: amounts.amount, printed: .zero, range: (own.min() ?? .zero)...(own.max() ?? .zero),
      isNewlyMeasured: isNewlyMeasured(tree), countedIn: nil, lines: lines)
  }

  private func line(_ tree: EditTree, _ amounts: Amounts, range: ClosedRange<Fraction>?) -> ScoreChange.Line {
    ScoreChange.Line(
      id: tree.id, label: tree.label, amount: amounts.amount, printed: .zero, range: range, isNewlyMeasured: isNewlyMeasured(tree),
      countedIn: countedIn(tree), lines: zip(tree.children, amounts.children).map { line($0, $1, range: nil) })
  }

  /// The line that holds what a named change did together with others, if it did nothing on its own.
  private func countedIn(_ tree: EditTree) -> String? {
    guard tree.edits.isEmpty else { return nil }
    return placed.first { $0.jointly.contains(tree.id) }?.line
  }

  private func isNewlyMeasured(_ tree: EditTree) -> Bool {
    !tree.edits.isEmpty
      && tree.edits.allSatisfy { edit in
        switch placed[edit].edit {
        case .came, .joined: true
        default: false
        }
      }
  }

  /// The lines without any one of which the old colour would have been kept.
  private mutating func linesButFor(_ old: ScoreChange.Year) -> [String] {
    let all = owen.worlds.all
    return trees.flatMap(\.tree.children).filter { line in
      guard !line.edits.isEmpty else { return false }
      let total = owen.value(all.removing(line.edits))
      return rules.new.zone(of: total)?.colour == old.zone?.colour
    }.map(\.id).sorted()
  }

  // MARK: Assumptions

  private func assumptions(_ assumed: Set<AssumedValue>) -> [ScoreChange.Assumption] {
    var found: Set<ScoreChange.Assumption> = []
    for edit in placed.map(\.edit) {
      switch edit {
      case .came(let part): found.insert(assumption(.newlyMeasured, part: part))
      case .joined(let rung, let entity):
        let entity = survey.population.rungs[rung][entity]
        found.insert(.init(kind: .newlyMeasured, what: entity.path, label: Words(same: entity.name)))
      case .scale(let part) where readsOtherColumns(part): found.insert(assumption(.inseparable, part: part))
      case .went(let part) where isNoLongerRecorded(part): found.insert(assumption(.keptOldValue, part: part))
      default: break
      }
    }
    for value in assumed {
      let entity = survey.population.rungs[value.rung][value.entity]
      let part = rules.parts[value.part].id
      let label = rules.label(of: rules.parts[value.part]) ?? Words(same: part)
      found.insert(
        .init(
          kind: .peersAverage, what: "\(entity.path) \(part)",
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

  private func isNoLongerRecorded(_ part: Int) -> Bool {
    columns(rules.parts[part].old).contains { column in
      rules.columns[column].key.new == nil
        && survey.cells[column].indices.contains {
          survey.inNew[rules.columns[column].rung][$0] && survey.inOld[rules.columns[column].rung][$0]
        }
    }
  }
}
