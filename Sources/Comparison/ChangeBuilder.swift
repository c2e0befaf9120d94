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
  /// The blocks that have lines, with at least these.
  private let blocks: [(block: Block, tree: EditTree, involvement: Involvement)]
  /// The levels of lines below each block.
  private let depth: Int
  private let order: LineOrder
  private var owen: OwenValue
  /// The amounts of the lines of a block after each world that was asked for.
  private var known: [Context: Amounts] = [:]
  private var institutions: Range<Int> { survey.population.rungs[0].indices }

  private struct Context: Hashable {
    let block: Block
    let world: EditSet
  }

  /// Prepares the explanation of every institution of a survey; `depth` levels of lines below each block are found.
  init(rules: PairedRules, survey: PairedSurvey, method: [PlacedEdit], order: LineOrder, path: ExplanationPath, depth: Int) {
    self.depth = depth
    self.rules = rules
    self.survey = survey
    self.path = path
    let placed = (depth > 1 ? survey.edits(rules) : survey.editsByLine(rules)) + method
    self.placed = placed
    self.order = order
    let found = Dictionary(grouping: placed, by: \.block).mapValues { Set($0.map(\.line)) }
    var pieces: [[Int]] = []
    blocks = Block.allCases.compactMap { block in
      let lines = order.lines(of: block).filter { line in
        order.isAlwaysShown(line.id, in: block.rawValue) || found[block]?.contains(line.id) ?? false
      }
      let tree = EditTree(block, placed, numbers: Array(placed.indices), order: lines.map { ($0.id, $0.label) })
        .limited(to: max(1, depth)).cut(into: &pieces) { Worlds.kind(of: placed[$0].edit) }
      return tree.children.isEmpty ? nil : (block, tree, Involvement(tree, placed, rules, survey))
    }
    owen = OwenValue(
      worlds: Worlds(rules: rules, survey: survey, pieces: pieces.map { $0.map { placed[$0].edit } }), edits: placed.map(\.edit),
      institutions: survey.population.rungs[0].count)
  }

  /// Returns the explanation of each institution; nil where a world that it needs has no total.
  consuming func build() -> [ScoreChange?] {
    let none = owen.worlds.none
    let performance = none.inserting(pieces(of: .performance))
    let scope = performance.inserting(pieces(of: .scope))
    let totals = [none, performance, scope, owen.worlds.all].map { owen.value($0) }
    var assumptions = AssumptionsOfSurvey(placed, rules, survey)
    assumptions.resting(on: owen.worlds.assumed)
    let hasNamedLines = blocks.map { block in
      block.tree.children.contains { order.isAlwaysShown($0.id, in: block.block.rawValue) }
    }
    let amounts = blocks.map { chosenAmounts($0.tree, of: $0.block) }
    assumptions.add(owen.worlds.assumed)
    let ranges = blocks.map { block in contexts(of: block.block).map { lineAmounts(block.tree, of: block.block, after: $0.before) } }
    let without = totalsButFor()
    return institutions.map { institution in
      guard !owen.failed[institution] else { return nil }
      let from = year(rules.old, totals[0][institution])
      let to = year(rules.new, totals[3][institution])
      let isAssumed = assumptions.isAssumed[institution]
      let worlds = zip(["P", "P+S"], totals[1...2]).map { ScoreChange.World(id: $0, total: $1[institution], isAssumed: isAssumed) }
      let shown = blocks.indices.compactMap { index -> ScoreChange.Line? in
        guard blocks[index].involvement.concerns(institution) || hasNamedLines[index] else { return nil }
        return line(blocks[index].tree, blocks[index].involvement, amounts[index], ranges: ranges[index], of: institution)
      }
      let butFor =
        from.zone?.colour == to.zone?.colour
        ? [] : without.filter { rules.new.zone(of: $0.totals[institution])?.colour == from.zone?.colour }.map(\.line).sorted()
      return finish(
        institution, from: from, to: to, worlds: worlds, blocks: shown, butFor: butFor,
        assumptions: assumptions.assumptions(of: institution))
    }
  }

  private func finish(
    _ institution: Int, from: ScoreChange.Year, to: ScoreChange.Year, worlds: [ScoreChange.World], blocks: [ScoreChange.Line],
    butFor: [String], assumptions: [ScoreChange.Assumption]
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
      zone: ZoneAnswer(from: from, to: to, butFor: butFor),
      assumptions: assumptions + order.assumptions, isSampled: owen.isSampled)
  }

  private func year(_ edition: Edition, _ total: Fraction) -> ScoreChange.Year {
    ScoreChange.Year(edition: edition, total: total, reported: edition.reported(total), zone: edition.zone(of: total))
  }

  private func pieces(of block: Block) -> [Int] {
    blocks.first { $0.block == block }?.tree.pieces ?? []
  }

  // MARK: Amounts

  /// The sets of other blocks that can come before `block`, with the chance of each.
  private func contexts(of block: Block) -> [(before: [Block], chance: Fraction)] {
    let others = blocks.map(\.block).filter { $0 != block }
    let weights = orderWeights(others.count + 1)
    return (0..<(1 << others.count)).map { subset in
      let before = others.enumerated().filter { subset >> $0.offset & 1 == 1 }.map(\.element)
      return (before, weights[before.count])
    }
  }

  private mutating func chosenAmounts(_ tree: EditTree, of block: Block) -> Amounts {
    switch path {
    case .observed: return amounts(tree, of: block, after: Array(Block.allCases.prefix { $0 != block }))
    case .symmetric:
      var sum = Amounts.zero(tree.limited(to: depth), institutions: institutions.count)
      for context in contexts(of: block) { sum = sum + amounts(tree, of: block, after: context.before) * context.chance }
      return sum
    }
  }

  /// The amounts of a block and of all levels of lines that were asked for, after other blocks.
  private mutating func amounts(_ tree: EditTree, of block: Block, after before: [Block]) -> Amounts {
    guard depth > 1 else { return lineAmounts(tree, of: block, after: before) }
    return owen.amounts(of: tree, after: owen.worlds.none.inserting(before.flatMap { pieces(of: $0) }))
  }

  /// The amounts of a block and its lines, or of the block alone if no lines were asked for, after other blocks.
  private mutating func lineAmounts(_ tree: EditTree, of block: Block, after before: [Block]) -> Amounts {
    let context = Context(block: block, world: owen.worlds.none.inserting(before.flatMap { pieces(of: $0) }))
    if let known = known[context] { return known }
    let amounts = owen.amounts(of: tree.limited(to: min(depth, 1)), after: context.world)
    known[context] = amounts
    return amounts
  }

  /// The totals of the world in which everything but one line was edited, for each line.
  private mutating func totalsButFor() -> [(line: String, totals: ByInstitution)] {
    blocks.flatMap(\.tree.children).filter { !$0.edits.isEmpty }.map { ($0.id, owen.value(owen.worlds.all.removing($0.pieces))) }
  }

  // MARK: Lines

  private func line(
    _ tree: EditTree, _ involvement: Involvement, _ amounts: Amounts, ranges: [Amounts], of institution: Int
  ) -> ScoreChange.Line {
    let lines = amounts.children.indices.compactMap { index -> ScoreChange.Line? in
      let (child, own) = (tree.children[index], involvement.children[index])
      guard own.concerns(institution) || order.isAlwaysShown(child.id, in: tree.id) else { return nil }
      var found = line(
        child, own, amounts.children[index], of: institution,
        range: ChangeBuilder.range(ranges.map { $0.children[index].amount[institution] }))
      found.grounds = order.grounds(of: child.id, in: tree.id)
      found.changes = order.changes(of: child.id, in: tree.id)
      return found
    }
    return ScoreChange.Line(
      id: tree.id, label: tree.label, amount: amounts.amount[institution], printed: .zero,
      range: ChangeBuilder.range(ranges.map { $0.amount[institution] }), isNewlyMeasured: involvement.isNewlyMeasured(for: institution),
      countedIn: nil, entities: involvement.visitors(of: institution), lines: lines,
      isPartlyNewlyMeasured: involvement.isPartlyNewlyMeasured(for: institution))
  }

  private static func range(_ amounts: [Fraction]) -> ClosedRange<Fraction> {
    (amounts.min() ?? .zero)...(amounts.max() ?? .zero)
  }

  private func line(
    _ tree: EditTree, _ involvement: Involvement, _ amounts: Amounts, of institution: Int, range: ClosedRange<Fraction>?
  ) -> ScoreChange.Line {
    ScoreChange.Line(
      id: tree.id, label: tree.label, amount: amounts.amount[institution], printed: .zero, range: range,
      isNewlyMeasured: involvement.isNewlyMeasured(for: institution), countedIn: countedIn(tree),
      entities: involvement.visitors(of: institution),
      lines: amounts.children.indices.compactMap { index in
        involvement.children[index].concerns(institution)
          ? line(tree.children[index], involvement.children[index], amounts.children[index], of: institution, range: nil) : nil
      }, isPartlyNewlyMeasured: involvement.isPartlyNewlyMeasured(for: institution))
  }

  /// The line that holds what a named change did together with others, if it did nothing on its own.
  private func countedIn(_ tree: EditTree) -> String? {
    guard tree.edits.isEmpty else { return nil }
    return placed.first { $0.jointly.contains(tree.id) }?.line
  }
}
