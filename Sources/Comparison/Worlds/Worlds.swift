internal import Observations
internal import RuleModel
internal import Scoring

/// Evaluates worlds: the old year with some of the edits made.
///
/// `v(none)` is the old year's exact total and `v(all)` the new year's, for every institution of the survey. Edits are made in pieces. A part
/// is evaluated once for each set of pieces on which it can depend; everything else is remembered.
struct Worlds {
  /// Everything of which some, but not all, can be there at once.
  enum Kind: Hashable {
    case came
    case went
    case joined(rung: Int)
    case left(rung: Int)

    /// The number by which a survey names the world without this kind.
    var base: Int {
      switch self {
      case .came: 0
      case .went: 1
      case .joined(let rung): 2 * rung
      case .left(let rung): 2 * rung + 1
      }
    }
  }

  /// The values of a part on one rung, and the institutions for which a formula in it failed.
  private struct Column {
    let rung: Int
    let values: ExactColumn
    let failed: Set<Int>
  }

  let rules: PairedRules
  private let shares: PartShares
  let survey: PairedSurvey
  private let numbers: EditNumbers
  private let members: [(kind: Kind, pieces: EditSet)]
  /// The world in which nothing was edited.
  let none: EditSet
  /// The world in which everything was edited.
  let all: EditSet
  private let scopes: WorldScopes
  /// The pieces on which it depends which parts take part, and where they stand.
  private let structural: EditSet
  /// Whether some of those who joined or left on one rung can be there without the others.
  private let canSplitKinds: Bool
  private var totals: [EditSet: [Fraction?]] = [:]
  private var structures: [EditSet: Structure] = [:]
  private var presences: [RungWorld: [[Survey.Presence]]] = [:]
  private var weights: [RungWorld: EntityWeights] = [:]
  private var owns: [PartWorld: Column] = [:]
  private var columns: [PartWorld: Column] = [:]
  private var cells: [RungWorld: CellColumn] = [:]
  /// The parts and entities whose values were averages of their peers in a world that was asked for.
  private(set) var assumed: Set<AssumedValue> = []

  /// A part on a rung, with the pieces that were made of those on which it depends.
  private struct PartWorld: Hashable {
    let part: Int
    let rung: Int
    let world: EditSet
    /// Whether it is the whole world, since something in the part is neutral: the same pieces may be all that another world made of those on
    /// which the part depends, where nothing is.
    let isWhole: Bool
  }

  /// A rung or a column of cells, with the pieces that were made of those on which it depends.
  private struct RungWorld: Hashable {
    let number: Int
    let world: EditSet
  }

  /// Prepares the worlds in which the edits of each piece are made or not made together.
  ///
  /// The edits of a piece are of one ``Kind``, or of none.
  init(rules: PairedRules, survey: PairedSurvey, pieces: [[Edit]]) {
    self.rules = rules
    shares = rules.shares
    self.survey = survey
    let none = EditSet(capacity: pieces.count)
    self.none = none
    all = none.inserting(pieces.indices)
    numbers = EditNumbers(pieces, rules, survey)
    var members: [Kind: EditSet] = [:]
    var structural = none
    for (number, edits) in pieces.enumerated() {
      for edit in edits {
        if case .parent = edit { structural.insert(number) }
        guard let kind = Worlds.kind(of: edit) else { continue }
        members[kind, default: none].insert(number)
        if kind == .came || kind == .went { structural.insert(number) }
      }
    }
    self.members = members.map { ($0.key, $0.value) }.sorted { $0.kind.base < $1.kind.base }
    self.structural = structural
    scopes = WorldScopes(numbers, rules, survey, none: none)
    canSplitKinds = members.contains { $0.key.base > 1 && $0.value.count > 1 }
  }

  /// Returns the exact totals of a world by institution; nil where no part has a value or a formula fails.
  mutating func value(_ world: EditSet) -> [Fraction?] {
    if let known = totals[world] { return known }
    let root = column(of: 0, on: 0, in: world)
    var values = root.values.indices.map { root.values[$0] }
    for institution in root.failed { values[institution] = nil }
    totals[world] = values
    return values
  }

  static func kind(of edit: Edit) -> Kind? {
    switch edit {
    case .came: .came
    case .went: .went
    case .joined(let rung, _): .joined(rung: rung)
    case .left(let rung, _): .left(rung: rung)
    default: nil
    }
  }

  /// The kinds of which some, but not all, are there.
  private func partialKinds(in world: EditSet) -> Set<Kind> {
    Set(members.filter { isPartial($0.pieces, in: world) }.map(\.kind))
  }

  /// Whether some, but not all, of these pieces were made.
  private func isPartial(_ pieces: EditSet, in world: EditSet) -> Bool {
    let made = world.intersection(pieces)
    return !made.isEmpty && made != pieces
  }

  /// The same world with nobody and nothing of a kind there.
  private func without(_ kind: Kind, in world: EditSet) -> EditSet {
    let pieces = members.first { $0.kind == kind }?.pieces ?? none
    return switch kind {
    case .came, .joined: world.subtracting(pieces)
    case .went, .left: world.union(pieces)
    }
  }

  // MARK: Parts

  /// Which parts take part in worlds that agree about that.
  private struct Structure {
    /// The children of each part, by part.
    var children: [[Int]]
    /// For each part the kind that it is neutral for; nil if it is not.
    var neutral: [Kind?]
    /// Whether anything in a part is neutral, so that its values depend on what stands above it in other worlds.
    var holdsNeutral: [Bool]
    /// The groups above each part, the nearest first.
    var ancestors: [[Int]]
  }

  /// The values of a part on its own rung in a world, evaluated at most once for worlds that agree about all on which they can depend.
  ///
  /// Those of entities that are not there mean nothing.
  private mutating func own(_ part: Int, in world: EditSet, _ structure: Structure) -> Column {
    let scope = (leavesTraces(in: world) ? scopes.tracedParts : scopes.parts)[part]
    let isWhole = structure.holdsNeutral[part]
    let key = PartWorld(part: part, rung: 0, world: isWhole ? world : world.intersection(scope), isWhole: isWhole)
    if let known = owns[key] { return known }
    let node = self.node(part, in: world)
    var failed: Set<Int> = []
    let children = structure.children[part].map { child -> Evaluator.Member in
      let weight = self.weight(of: child, in: part, node.body, world)
      if let kind = structure.neutral[child] {
        return Evaluator.Member(weight: weight, values: neutralValues(above: structure.ancestors[child], on: node.rung, kind, world))
      }
      let column = self.column(of: child, on: node.rung, in: world)
      failed.formUnion(column.failed)
      return Evaluator.Member(weight: weight, values: column.values)
    }
    let presence = scopes.readsPresence[part] ? self.presence(on: 0...(rules.rungCount - 1), in: world) : rules.complete
    var evaluator = Evaluator(plan(of: world), over: survey(of: node, presence, in: world))
    let values = evaluator.values(of: part, node, children, through: node.rung)[node.rung]
    for (part, entity) in evaluator.assumed { assumed.insert(AssumedValue(part: part, rung: node.rung, entity: entity, hasPeers: true)) }
    for (part, entity) in evaluator.omitted { assumed.insert(AssumedValue(part: part, rung: node.rung, entity: entity, hasPeers: false)) }
    for fault in evaluator.faults { failed.insert(survey.institutions[node.rung][fault.entity]) }
    let column = Column(rung: node.rung, values: values, failed: failed)
    owns[key] = column
    return column
  }

  /// The values of a part on a rung in a world, likewise; empty below its own rung.
  private mutating func column(of part: Int, on rung: Int, in world: EditSet) -> Column {
    let structure = self.structure(of: world)
    let own = self.own(part, in: world, structure)
    if rung == own.rung { return own }
    if rung > own.rung { return Column(rung: rung, values: .empty, failed: own.failed) }
    // What stands for somebody who is not there is looked up on every rung above.
    let scope = scopes.parts[part].union(scopes.rungs[leavesTraces(in: world) ? 0 : rung])
    let isWhole = structure.holdsNeutral[part]
    let key = PartWorld(part: part, rung: rung, world: isWhole ? world : world.intersection(scope), isWhole: isWhole)
    if let known = columns[key] { return known }
    let below = column(of: part, on: rung + 1, in: world)
    let weights = self.weights(on: rung + 1, in: world)
    let presence = self.presence(on: scopes.counted[rung + 1], in: world)
    let survey = Survey(population: survey.population, cells: [], presence: presence, earlier: [:])
    var evaluator = Evaluator(plan(of: world), over: survey, weights: rules.complete.indices.map { $0 == rung + 1 ? weights : nil })
    let values = evaluator.raised(below.values, from: rung + 1, node(part, in: world).rounding[rung]) { base, rung, parent in
      neutralValue(of: part, base: base, above: parent, on: rung, in: world)
    }
    let column = Column(rung: rung, values: values, failed: own.failed)
    columns[key] = column
    return column
  }

  /// For each entity of a rung the value of the nearest group above a part that has one in the world without the part's kind; a `sum`
  /// adds nothing. A group that goalposts bring to the scale is left as it is by what its parts give together.
  private mutating func neutralValues(above groups: [Int], on rung: Int, _ kind: Kind, _ world: EditSet) -> ExactColumn {
    let base = without(kind, in: world)
    let count = survey.population.rungs[rung].count
    var values: [Fraction?] = Array(repeating: nil, count: count)
    var open = Set(0..<count)
    // The goalposts between the part and the group that is being looked at, the lowest first.
    var passed: [Goalposts] = []
    for group in groups {
      let body = node(group, in: world)
      if let goalposts = body.goalposts { passed.append(goalposts) }
      let height = min(body.rung, rung)
      let column = self.column(of: group, on: height, in: base).values
      guard !column.isEmpty else { continue }
      for entity in open {
        guard let value = column[survey.population.ancestor(of: entity, from: rung, on: height)] else { continue }
        if body.body != .group(.sum) { values[entity] = passed.reversed().reduce(value) { $1.value(of: $0, on: rules.new.scale) } }
        open.remove(entity)
      }
      if open.isEmpty { break }
    }
    return ExactColumn(values)
  }

  /// The value that the nearest entity above has for a part without the entities that joined or left a rung.
  private mutating func neutralValue(of part: Int, base: Int, above parent: Int, on rung: Int, in world: EditSet) -> Fraction? {
    guard let kind = members.first(where: { $0.kind.base == base })?.kind else { return nil }
    let base = without(kind, in: world)
    for height in stride(from: rung - 1, through: 0, by: -1) {
      let at = survey.population.ancestor(of: parent, from: rung - 1, on: height)
      let column = self.column(of: part, on: height, in: base).values
      if at < column.count, let value = column[at] { return value }
    }
    return nil
  }

  private func isMade(_ number: Int?, in world: EditSet) -> Bool {
    number.map { world.contains($0) } ?? false
  }

  private func parent(of part: Int, in world: EditSet) -> Int? {
    let pair = rules.parts[part]
    guard let old = pair.old, let new = pair.new else { return pair.either?.parent }
    return isMade(numbers.parts[part].parent, in: world) ? new.parent : old.parent
  }

  private mutating func structure(of world: EditSet) -> Structure {
    let key = world.intersection(structural)
    if let known = structures[key] { return known }
    let partial = partialKinds(in: world)
    let count = rules.parts.count
    var isThere = Array(repeating: false, count: count)
    var neutral: [Kind?] = Array(repeating: nil, count: count)
    for (index, part) in rules.parts.enumerated() where part.isLeaf {
      let kind: Kind? = part.old == nil ? .came : part.new == nil ? .went : nil
      let isMade = isMade(numbers.parts[index].presence, in: world)
      isThere[index] = part.old == nil ? isMade : !isMade
      if !isThere[index], let kind, partial.contains(kind) { neutral[index] = kind }
    }
    let parents = rules.parts.indices.map { parent(of: $0, in: world) }
    let ancestors = rules.parts.indices.map { part in
      var path: [Int] = []
      var group = parents[part]
      // The bound ends the walk where two moves, made one without the other, put two groups into each other.
      while let current = group, path.count < count {
        path.append(current)
        group = parents[current]
      }
      return path
    }
    var holdsNeutral = Array(repeating: false, count: count)
    // A group is there if an indicator below it is; it is neutral as a whole if all of them are.
    for leaf in rules.parts.indices where rules.parts[leaf].isLeaf && (isThere[leaf] || neutral[leaf] != nil) {
      if !isThere[leaf] { holdsNeutral[leaf] = true }
      for group in ancestors[leaf] {
        if isThere[leaf] {
          isThere[group] = true
        } else {
          holdsNeutral[group] = true
          neutral[group] = neutral[group] ?? neutral[leaf]
        }
      }
    }
    var children: [[Int]] = Array(repeating: [], count: count)
    for part in rules.parts.indices where isThere[part] || neutral[part] != nil {
      if let parent = parents[part] { children[parent].append(part) }
      if isThere[part] { neutral[part] = nil }
    }
    let structure = Structure(children: children, neutral: neutral, holdsNeutral: holdsNeutral, ancestors: ancestors)
    structures[key] = structure
    return structure
  }

  /// What holds for every part of a world: the ladder and the scale.
  private func plan(of world: EditSet) -> Plan {
    let combines = (0..<rules.rungCount).map { rung in
      isMade(numbers.rungs[rung], in: world) ? rules.newCombines[rung] : rules.oldCombines[rung]
    }
    return Plan(nodes: [], combines: combines, fields: rules.fields, scale: rules.new.scale)
  }

  /// The part as it stands in a world, without its place.
  private func node(_ index: Int, in world: EditSet) -> Plan.Node {
    let part = rules.parts[index]
    guard let old = part.old?.node, let new = part.new?.node else { return part.either?.node ?? Worlds.nothing }
    let edits = numbers.parts[index]
    var node = old
    if isMade(edits.scale, in: world) { (node.body, node.rung, node.precision) = (new.body, new.rung, new.precision) }
    if isMade(edits.missing, in: world) { node.missing = new.missing }
    if isMade(edits.applies, in: world) { (node.condition, node.notApplicable) = (new.condition, new.notApplicable) }
    if isMade(edits.combine, in: world) { (node.body, node.precision) = (new.body, new.precision) }
    if isMade(edits.goalposts, in: world) { node.goalposts = new.goalposts }
    if isMade(edits.at, in: world) { node.rung = new.rung }
    if isMade(edits.round, in: world) { node.rounding = new.rounding }
    return node
  }

  private static let nothing = Plan.Node(
    id: "", children: [], weight: .one, rung: 0, body: .group(.mean), condition: nil, notApplicable: .skip, missing: .skip, precision: 12,
    goalposts: nil, rounding: [])

  /// The weight that holds in a world, from the year whose place and weight the part has there.
  private func weight(of index: Int, in group: Int, _ body: Plan.Node.Body, _ world: EditSet) -> Fraction {
    let part = rules.parts[index]
    let isNew =
      if shares.continuing[group].contains(index) {
        isMade(numbers.parts[group].weights, in: world)
      } else {
        part.old == nil || isMade(numbers.parts[index].parent, in: world)
      }
    let share = isNew ? shares.new[index] : shares.old[index]
    if case .group(.sum) = body { return share.absolute }
    return share.relative
  }

  // MARK: Observations

  /// Who is there, and the cells that a part reads.
  private mutating func survey(of node: Plan.Node, _ presence: [[Survey.Presence]], in world: EditSet) -> Survey {
    var cells = Array(repeating: CellColumn(codes: [], distinct: []), count: rules.fields.count)
    var read = node.condition?.columns ?? []
    if case .leaf(let scale) = node.body { read += scale.columns }
    for column in read { cells[column] = self.cells(of: column, in: world) }
    return Survey(population: survey.population, cells: cells, presence: presence, earlier: survey.earlier)
  }

  /// The cells of a column in a world: old ones where the piece that switches them is not made.
  private mutating func cells(of column: Int, in world: EditSet) -> CellColumn {
    let pieces = numbers.columns[column]
    let paired = survey.cells[column]
    let made = world.intersection(pieces.all)
    if made.isEmpty { return paired.old }
    if made == pieces.all { return paired.new }
    let key = RungWorld(number: column, world: made)
    if let known = cells[key] { return known }
    let codes = pieces.pieces.indices.map { entity in
      let piece = pieces.pieces[entity]
      return piece >= 0 && made.contains(Int(piece)) ? paired.new.codes[entity] : paired.old.codes[entity]
    }
    let mixed = CellColumn(codes: codes, distinct: paired.old.distinct)
    cells[key] = mixed
    return mixed
  }

  /// What the entities of a rung count beside their siblings in a world.
  private mutating func weights(on rung: Int, in world: EditSet) -> EntityWeights {
    let key = RungWorld(number: rung, world: world.intersection(scopes.weights[rung]))
    if let known = weights[key] { return known }
    let plan = plan(of: world)
    var cells = Array(repeating: CellColumn(codes: [], distinct: []), count: rules.fields.count)
    if case .weightedByColumn(let column) = plan.combines[rung] { cells[column] = self.cells(of: column, in: world) }
    let presence = self.presence(on: scopes.counted[rung], in: world)
    var evaluator = Evaluator(plan, over: Survey(population: survey.population, cells: cells, presence: presence, earlier: [:]))
    let found = evaluator.weights(on: rung)
    weights[key] = found
    return found
  }

  /// Whether somebody who is not there leaves a trace in a world.
  private func leavesTraces(in world: EditSet) -> Bool {
    canSplitKinds && members.contains { $0.kind.base > 1 && isPartial($0.pieces, in: world) }
  }

  /// Who of some rungs is there in a world in which everyone of the other rungs is; empty where all are.
  ///
  /// Only entities whose ancestors are all there can join or leave, so nobody's own presence depends on the other rungs.
  private mutating func presence(on rungs: ClosedRange<Int>, in world: EditSet) -> [[Survey.Presence]] {
    let scope = rungs.reduce(none) { $0.union(numbers.surveyed[$1]) }
    let key = RungWorld(number: rungs.lowerBound * rules.rungCount + rungs.upperBound, world: world.intersection(scope))
    if let known = presences[key] { return known }
    let partial = partialKinds(in: world)
    var presence = rules.complete
    for rung in rungs {
      let found = (0..<survey.population.count(on: rung)).map { index -> Survey.Presence in
        if rung > 0, !presence[rung - 1].isEmpty {
          let above = presence[rung - 1][survey.population.parent(of: index, on: rung)]
          if above != .there { return above }
        }
        if isThere(rung, index, in: world) { return .there }
        let kind: Kind = survey.inNew[rung][index] ? .joined(rung: rung) : .left(rung: rung)
        return partial.contains(kind) ? .neutral(base: kind.base) : .absent
      }
      if found.contains(where: { $0 != .there }) { presence[rung] = found }
    }
    presences[key] = presence
    return presence
  }

  private func isThere(_ rung: Int, _ entity: Int, in world: EditSet) -> Bool {
    guard let number = numbers.entities[rung][entity] else { return true }
    return world.contains(number) == survey.inNew[rung][entity]
  }
}

extension PairedRules {
  /// The presence of everyone on every rung.
  fileprivate var complete: [[Survey.Presence]] { Array(repeating: [], count: rungCount) }
}

/// A value that nobody observed: an indicator of one year for an entity of the other.
struct AssumedValue: Hashable {
  let part: Int
  let rung: Int
  let entity: Int
  /// Whether it took the average of its peers; else it was left out.
  let hasPeers: Bool
}
