internal import Observations
internal import RuleModel
internal import Scoring

/// Evaluates worlds: the old year with some of the edits made.
///
/// `v(none)` is the old year's exact total and `v(all)` the new year's, for every institution of the survey. A part is evaluated once
/// for each set of edits on which it can depend; everything else is remembered.
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

  /// The values of a part by rung and entity, and the institutions for which a formula in it failed.
  private struct Column {
    let values: [ExactColumn]
    let failed: Set<Int>
  }

  let rules: PairedRules
  let survey: PairedSurvey
  let edits: [Edit]
  private let numbers: EditNumbers
  private let members: [(kind: Kind, edits: [Int])]
  private let continuing: [[Int]]
  private let oldShares: [Share]
  private let newShares: [Share]
  /// For each part the edits on which its values can depend, as long as nothing in it is neutral.
  private let scopes: [EditSet]
  /// The edits on which it depends which parts take part, and where they stand.
  private let structural: EditSet
  /// The edits on which it depends who is there.
  private let surveyed: EditSet
  private var totals: [EditSet: [Fraction?]] = [:]
  private var structures: [EditSet: Structure] = [:]
  private var presences: [EditSet: [[Survey.Presence]]] = [:]
  private var columns: [PartWorld: Column] = [:]
  /// The parts and entities whose values were averages of their peers in a world that was asked for.
  private(set) var assumed: Set<AssumedValue> = []

  private struct PartWorld: Hashable {
    let part: Int
    let world: EditSet
  }

  /// The weight of a part in one year: beside its continuing siblings, and over the declared sum.
  private struct Share {
    let relative: Fraction
    let absolute: Fraction
  }

  init(rules: PairedRules, survey: PairedSurvey, edits: [Edit]) {
    self.rules = rules
    self.survey = survey
    self.edits = edits
    numbers = EditNumbers(edits, rules, survey)
    var members: [Kind: [Int]] = [:]
    var structural = EditSet(capacity: edits.count)
    var surveyed = structural
    for (number, edit) in edits.enumerated() {
      if case .parent = edit { structural.insert(number) }
      guard let kind = Worlds.kind(of: edit) else { continue }
      members[kind, default: []].append(number)
      switch kind {
      case .came, .went: structural.insert(number)
      case .joined, .left: surveyed.insert(number)
      }
    }
    self.members = members.map { ($0.key, $0.value) }.sorted { $0.kind.base < $1.kind.base }
    self.structural = structural
    self.surveyed = surveyed
    continuing = rules.parts.indices.map { rules.continuing(in: $0) }
    oldShares = Worlds.shares(rules, continuing, \.old)
    newShares = Worlds.shares(rules, continuing, \.new)
    scopes = numbers.scopes(rules, edits: edits)
  }

  /// Weights beside the continuing siblings, so that what came is not counted again as a loss of weight of what stayed.
  private static func shares(
    _ rules: PairedRules, _ continuing: [[Int]], _ year: KeyPath<PairedPart, PairedPart.Version?>
  ) -> [Share] {
    let weight = { (index: Int) in rules.parts[index][keyPath: year]?.weight ?? .zero }
    return rules.parts.indices.map { index in
      guard let version = rules.parts[index][keyPath: year], let parent = version.parent else {
        return Share(relative: .one, absolute: .one)
      }
      let siblings = continuing[parent]
      let base = siblings.isEmpty ? rules.parts.indices.filter { rules.parts[$0][keyPath: year]?.parent == parent } : siblings
      return Share(relative: version.weight / base.map(weight).sum(), absolute: version.absolute)
    }
  }

  /// The world in which nothing was edited.
  var none: EditSet { EditSet(capacity: edits.count) }

  /// The world in which everything was edited.
  var all: EditSet { none.inserting(edits.indices) }

  /// Returns the exact totals of a world by institution; nil where no part has a value or a formula fails.
  mutating func value(_ world: EditSet) -> [Fraction?] {
    if let known = totals[world] { return known }
    let root = column(of: 0, in: world)
    var values = root.values[0].indices.map { root.values[0][$0] }
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
    Set(
      members.filter { member in
        let made = member.edits.count { world.contains($0) }
        return made > 0 && made < member.edits.count
      }.map(\.kind))
  }

  /// The same world with nobody and nothing of a kind there.
  private func without(_ kind: Kind, in world: EditSet) -> EditSet {
    let numbers = members.first { $0.kind == kind }?.edits ?? []
    return switch kind {
    case .came, .joined: world.removing(numbers)
    case .went, .left: world.inserting(numbers)
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

  /// The values of a part in a world, evaluated at most once for worlds that agree about all on which they can depend.
  private mutating func column(of part: Int, in world: EditSet) -> Column {
    let structure = self.structure(of: world)
    let key = PartWorld(part: part, world: structure.holdsNeutral[part] ? world : world.intersection(scopes[part]))
    if let known = columns[key] { return known }
    let node = self.node(part, in: world)
    var failed: Set<Int> = []
    let children = structure.children[part].map { child -> Evaluator.Member in
      let weight = self.weight(of: child, in: part, node.body, world)
      if let kind = structure.neutral[child] {
        return Evaluator.Member(weight: weight, values: neutralValues(above: structure.ancestors[child], on: node.rung, kind, world))
      }
      let column = self.column(of: child, in: world)
      failed.formUnion(column.failed)
      return Evaluator.Member(weight: weight, values: column.values[node.rung])
    }
    let presence = self.presence(in: world)
    var evaluator = Evaluator(plan(of: world), over: survey(of: node, presence, in: world))
    let values = evaluator.values(of: part, node, children) { base, rung, parent in
      neutralValue(of: part, base: base, above: parent, on: rung, in: world)
    }
    for (part, entity) in evaluator.assumed { assumed.insert(AssumedValue(part: part, rung: node.rung, entity: entity, hasPeers: true)) }
    for (part, entity) in evaluator.omitted { assumed.insert(AssumedValue(part: part, rung: node.rung, entity: entity, hasPeers: false)) }
    for fault in evaluator.faults { failed.insert(survey.population.ancestor(of: fault.entity, from: node.rung, on: 0)) }
    let column = Column(values: values, failed: failed)
    columns[key] = column
    return column
  }

  /// For each entity of a rung the value of the nearest group above a part that has one in the world without the part's kind; a `sum`
  /// adds nothing.
  private mutating func neutralValues(above groups: [Int], on rung: Int, _ kind: Kind, _ world: EditSet) -> ExactColumn {
    let base = without(kind, in: world)
    let count = survey.population.rungs[rung].count
    var values: [Fraction?] = Array(repeating: nil, count: count)
    var open = Set(0..<count)
    for group in groups {
      let body = node(group, in: world)
      let height = min(body.rung, rung)
      let column = self.column(of: group, in: base).values[height]
      guard !column.isEmpty else { continue }
      for entity in open {
        guard let value = column[survey.population.ancestor(of: entity, from: rung, on: height)] else { continue }
        if body.body != .group(.sum) { values[entity] = value }
        open.remove(entity)
      }
      if open.isEmpty { break }
    }
    return ExactColumn(values)
  }

  /// The value that the nearest entity above has for a part without the entities that joined or left a rung.
  private mutating func neutralValue(of part: Int, base: Int, above parent: Int, on rung: Int, in world: EditSet) -> Fraction? {
    guard let kind = members.first(where: { $0.kind.base == base })?.kind else { return nil }
    let column = self.column(of: part, in: without(kind, in: world)).values
    for height in stride(from: rung - 1, through: 0, by: -1) {
      let at = survey.population.ancestor(of: parent, from: rung - 1, on: height)
      if at < column[height].count, let value = column[height][at] { return value }
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
    return Plan(nodes: [], combines: combines, fields: rules.columns.map { ($0.id, $0.rung) }, scale: rules.new.scale)
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
    if isMade(edits.at, in: world) { node.rung = new.rung }
    if isMade(edits.round, in: world) { node.rounding = new.rounding }
    return node
  }

  private static let nothing = Plan.Node(
    id: "", children: [], weight: .one, rung: 0, body: .group(.mean), condition: nil, notApplicable: .skip, missing: .skip, precision: 12,
    rounding: [])

  /// The weight that holds in a world, from the year whose place and weight the part has there.
  private func weight(of index: Int, in group: Int, _ body: Plan.Node.Body, _ world: EditSet) -> Fraction {
    let part = rules.parts[index]
    let isNew =
      if continuing[group].contains(index) {
        isMade(numbers.parts[group].weights, in: world)
      } else {
        part.old == nil || isMade(numbers.parts[index].parent, in: world)
      }
    let share = isNew ? newShares[index] : oldShares[index]
    if case .group(.sum) = body { return share.absolute }
    return share.relative
  }

  // MARK: Observations

  /// Who is there, and the cells that a part or the ladder reads.
  private func survey(of node: Plan.Node, _ presence: [[Survey.Presence]], in world: EditSet) -> Survey {
    var read = Set(node.condition?.columns ?? [])
    if case .leaf(let scale) = node.body { read.formUnion(scale.columns) }
    for combine in rules.oldCombines + rules.newCombines {
      if case .weightedByColumn(let column) = combine { read.insert(column) }
    }
    var cells = Array(repeating: CellColumn(codes: [], distinct: []), count: survey.cells.count)
    for column in read {
      cells[column] = CellColumn(zip(survey.cells[column], numbers.cells[column]).lazy.map { isMade($1, in: world) ? $0.new : $0.old })
    }
    return Survey(population: survey.population, cells: cells, presence: presence, earlier: survey.earlier)
  }

  private mutating func presence(in world: EditSet) -> [[Survey.Presence]] {
    let key = world.intersection(surveyed)
    if let known = presences[key] { return known }
    let partial = partialKinds(in: world)
    var presence: [[Survey.Presence]] = []
    for (rung, entities) in survey.population.rungs.enumerated() {
      presence.append(
        entities.enumerated().map { index, entity in
          if rung > 0, presence[rung - 1][entity.parent] != .there { return presence[rung - 1][entity.parent] }
          if isThere(rung, index, in: world) { return .there }
          let kind: Kind = survey.inNew[rung][index] ? .joined(rung: rung) : .left(rung: rung)
          return partial.contains(kind) ? .neutral(base: kind.base) : .absent
        })
    }
    presences[key] = presence
    return presence
  }

  private func isThere(_ rung: Int, _ entity: Int, in world: EditSet) -> Bool {
    guard let number = numbers.entities[rung][entity] else { return true }
    return world.contains(number) == survey.inNew[rung][entity]
  }
}

/// A value that nobody observed: an indicator of one year for an entity of the other.
struct AssumedValue: Hashable {
  let part: Int
  let rung: Int
  let entity: Int
  /// Whether it took the average of its peers; else it was left out.
  let hasPeers: Bool
}
