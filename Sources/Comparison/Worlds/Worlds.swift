internal import Observations
internal import RuleModel
internal import Scoring

/// Evaluates worlds: the old year with some of the edits made.
///
/// `v(none)` is the old year's exact total and `v(all)` the new year's. Values are remembered, so asking twice is free.
struct Worlds {
  /// Everything of which some, but not all, can be there at once.
  private enum Kind: Hashable {
    case came
    case went
    case joined(rung: Int)
    case left(rung: Int)
  }

  let rules: PairedRules
  let survey: PairedSurvey
  let edits: [Edit]
  private let numbers: EditNumbers
  private let members: [(kind: Kind, edits: [Int])]
  private let continuing: [[Int]]
  private let oldShares: [Share]
  private let newShares: [Share]
  /// For each part the edits on which its values can depend.
  private let scopes: [EditSet]
  private var known: [EditSet: PartValues] = [:]
  /// The values of parts without anything neutral in them, by part and the edits in its scope.
  private var knownParts: [PartWorld: [[Fraction?]]] = [:]
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
    for (number, edit) in edits.enumerated() {
      guard let kind = Worlds.kind(of: edit) else { continue }
      members[kind, default: []].append(number)
    }
    self.members = members.map { ($0.key, $0.value) }
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

  /// Returns the exact total of a world; nil if no part of it has a value.
  mutating func value(_ world: EditSet) -> Fraction? {
    values(world).total(of: 0)
  }

  private static func kind(of edit: Edit) -> Kind? {
    switch edit {
    case .came: .came
    case .went: .went
    case .joined(let rung, _): .joined(rung: rung)
    case .left(let rung, _): .left(rung: rung)
    default: nil
    }
  }

  private mutating func values(_ world: EditSet) -> PartValues {
    if let values = known[world] { return values }
    var bases: [PartValues] = []
    var baseOfKind: [Kind: Int] = [:]
    for (kind, edits) in members where isPartial(edits, in: world) {
      baseOfKind[kind] = bases.count
      bases.append(values(without(kind, edits, in: world)))
    }
    let parts = presence(in: world, baseOfKind)
    let plan = plan(of: world, parts)
    var reused: [Int: [[Fraction?]]] = [:]
    for part in parts.untouched {
      reused[part] = knownParts[PartWorld(part: part, world: world.intersection(scopes[part]))]
    }
    var evaluator = Evaluator(
      plan, over: survey(of: world, baseOfKind), neutralParts: parts.neutral, bases: bases, known: reused)
    var values = evaluator.run()
    let hasFaults = !evaluator.faults.isEmpty
    // A world in which a formula fails has no total.
    if hasFaults { values.values[0][0] = values.values[0][0].map { _ in nil } }
    for (part, entity) in evaluator.assumed {
      assumed.insert(AssumedValue(part: part, rung: plan.nodes[part].rung, entity: entity))
    }
    for part in parts.untouched where reused[part] == nil && !hasFaults {
      knownParts[PartWorld(part: part, world: world.intersection(scopes[part]))] = values.values[part]
    }
    known[world] = values
    return values
  }

  private func isPartial(_ numbers: [Int], in world: EditSet) -> Bool {
    let made = numbers.count { world.contains($0) }
    return made > 0 && made < numbers.count
  }

  /// The same world with nobody and nothing of a kind there.
  private func without(_ kind: Kind, _ numbers: [Int], in world: EditSet) -> EditSet {
    switch kind {
    case .came, .joined: world.removing(numbers)
    case .went, .left: world.inserting(numbers)
    }
  }

  // MARK: Parts

  /// Which parts take part in a world.
  private struct Presence {
    /// The children of each part, by part.
    var children: [[Int]]
    /// The base of each neutral part.
    var neutral: [Int: Int]
    /// The parts that are there with nothing neutral in them.
    var untouched: [Int]
  }

  private func isMade(_ number: Int?, in world: EditSet) -> Bool {
    number.map { world.contains($0) } ?? false
  }

  private func parent(of part: Int, in world: EditSet) -> Int? {
    let pair = rules.parts[part]
    guard let old = pair.old, let new = pair.new else { return pair.either?.parent }
    return isMade(numbers.parts[part].parent, in: world) ? new.parent : old.parent
  }

  private func presence(in world: EditSet, _ baseOfKind: [Kind: Int]) -> Presence {
    let count = rules.parts.count
    var isThere = Array(repeating: false, count: count)
    var neutralBase: [Int?] = Array(repeating: nil, count: count)
    for (index, part) in rules.parts.enumerated() where part.isLeaf {
      let kind: Kind? = part.old == nil ? .came : part.new == nil ? .went : nil
      let isMade = isMade(numbers.parts[index].presence, in: world)
      isThere[index] = part.old == nil ? isMade : !isMade
      if !isThere[index], let kind { neutralBase[index] = baseOfKind[kind] }
    }
    let parents = rules.parts.indices.map { parent(of: $0, in: world) }
    var holdsNeutral = Array(repeating: false, count: count)
    // A group is there if an indicator below it is; it is neutral as a whole if all of them are.
    for leaf in rules.parts.indices where rules.parts[leaf].isLeaf && (isThere[leaf] || neutralBase[leaf] != nil) {
      if !isThere[leaf] { holdsNeutral[leaf] = true }
      var group = parents[leaf]
      // The bound ends the walk where two moves, made one without the other, put two groups into each other.
      for _ in 0..<count {
        guard let current = group else { break }
        if isThere[leaf] {
          isThere[current] = true
        } else {
          holdsNeutral[current] = true
          neutralBase[current] = neutralBase[current] ?? neutralBase[leaf]
        }
        group = parents[current]
      }
    }
    var presence = Presence(children: Array(repeating: [], count: count), neutral: [:], untouched: [])
    for part in rules.parts.indices where isThere[part] || neutralBase[part] != nil {
      if let parent = parents[part] { presence.children[parent].append(part) }
      if !isThere[part] { presence.neutral[part] = neutralBase[part] } else if !holdsNeutral[part] { presence.untouched.append(part) }
    }
    return presence
  }

  private func plan(of world: EditSet, _ presence: Presence) -> Plan {
    var nodes = rules.parts.indices.map { body(of: $0, in: world) }
    for index in nodes.indices {
      nodes[index].children = presence.children[index]
      nodes[index].weight = parent(of: index, in: world).map { weight(of: index, in: $0, nodes[$0].body, world) } ?? .one
    }
    let combines = (0..<rules.rungCount).map { rung in
      isMade(numbers.rungs[rung], in: world) ? rules.newCombines[rung] : rules.oldCombines[rung]
    }
    return Plan(nodes: nodes, combines: combines, fields: rules.columns.map { ($0.id, $0.rung) }, scale: rules.new.scale)
  }

  /// The part as it stands in a world, without its place.
  private func body(of index: Int, in world: EditSet) -> Plan.Node {
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

  private func survey(of world: EditSet, _ baseOfKind: [Kind: Int]) -> Survey {
    let cells = zip(survey.cells, numbers.cells).map { cells, numbers in
      zip(cells, numbers).map { cell, number in isMade(number, in: world) ? cell.new : cell.old }
    }
    var presence: [[Survey.Presence]] = []
    for (rung, entities) in survey.population.rungs.enumerated() {
      presence.append(
        entities.enumerated().map { index, entity in
          if rung > 0, presence[rung - 1][entity.parent] != .there { return presence[rung - 1][entity.parent] }
          if isThere(rung, index, in: world) { return .there }
          let kind: Kind = survey.inNew[rung][index] ? .joined(rung: rung) : .left(rung: rung)
          return baseOfKind[kind].map { .neutral(base: $0) } ?? .absent
        })
    }
    return Survey(population: survey.population, cells: cells, presence: presence, earlier: survey.earlier)
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
}
