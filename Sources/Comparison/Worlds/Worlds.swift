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
  private let numbers: [Edit: Int]
  private let members: [Kind: [Int]]
  private let continuing: [[Int]]
  private var known: [EditSet: PartValues] = [:]
  /// The parts and entities whose values were averages of their peers in a world that was asked for.
  private(set) var assumed: Set<AssumedValue> = []

  init(rules: PairedRules, survey: PairedSurvey, edits: [Edit]) {
    self.rules = rules
    self.survey = survey
    self.edits = edits
    numbers = Dictionary(edits.enumerated().map { ($1, $0) }) { first, _ in first }
    var members: [Kind: [Int]] = [:]
    for (number, edit) in edits.enumerated() {
      guard let kind = Worlds.kind(of: edit) else { continue }
      members[kind, default: []].append(number)
    }
    self.members = members
    continuing = rules.parts.indices.map { rules.continuing(in: $0) }
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
    for (kind, numbers) in members where isPartial(numbers, in: world) {
      baseOfKind[kind] = bases.count
      bases.append(values(without(kind, numbers, in: world)))
    }
    let parts = presence(in: world, baseOfKind)
    let plan = plan(of: world, parts)
    var evaluator = Evaluator(plan, over: survey(of: world, baseOfKind), neutralParts: parts.neutral, bases: bases)
    let values = evaluator.run()
    for (part, entity) in evaluator.assumed {
      assumed.insert(AssumedValue(part: part, rung: plan.nodes[part].rung, entity: entity))
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
  }

  private func isMade(_ edit: Edit, in world: EditSet) -> Bool {
    numbers[edit].map { world.contains($0) } ?? false
  }

  private func parent(of part: Int, in world: EditSet) -> Int? {
    let pair = rules.parts[part]
    guard let old = pair.old, let new = pair.new else { return pair.either?.parent }
    return isMade(.parent(part: part), in: world) ? new.parent : old.parent
  }

  private func presence(in world: EditSet, _ baseOfKind: [Kind: Int]) -> Presence {
    let count = rules.parts.count
    var isThere = Array(repeating: false, count: count)
    var neutralBase: [Int?] = Array(repeating: nil, count: count)
    for (index, part) in rules.parts.enumerated() where part.isLeaf {
      let kind: Kind? = part.old == nil ? .came : part.new == nil ? .went : nil
      isThere[index] = part.old == nil ? isMade(.came(part: index), in: world) : !isMade(.went(part: index), in: world)
      if !isThere[index], let kind { neutralBase[index] = baseOfKind[kind] }
    }
    let parents = rules.parts.indices.map { parent(of: $0, in: world) }
    // A group is there if an indicator below it is; it is neutral as a whole if all of them are.
    for leaf in rules.parts.indices where rules.parts[leaf].isLeaf && (isThere[leaf] || neutralBase[leaf] != nil) {
      var group = parents[leaf]
      // The bound ends the walk where two moves, made one without the other, put two groups into each other.
      for _ in 0..<count {
        guard let current = group else { break }
        if isThere[leaf] { isThere[current] = true } else if neutralBase[current] == nil { neutralBase[current] = neutralBase[leaf] }
        group = parents[current]
      }
    }
    var presence = Presence(children: Array(repeating: [], count: count), neutral: [:])
    for part in rules.parts.indices where isThere[part] || neutralBase[part] != nil {
      if let parent = parents[part] { presence.children[parent].append(part) }
      if !isThere[part] { presence.neutral[part] = neutralBase[part] }
    }
    return presence
  }

  private func plan(of world: EditSet, _ presence: Presence) -> Plan {
    let bodies = rules.parts.indices.map { body(of: $0, in: world) }
    let nodes = rules.parts.indices.map { index -> Plan.Node in
      var node = bodies[index]
      node.children = presence.children[index]
      node.weight = parent(of: index, in: world).map { weight(of: index, in: $0, bodies[$0].body, world) } ?? .one
      return node
    }
    let combines = (0..<rules.rungCount).map { rung in
      isMade(.rung(rung), in: world) ? rules.newCombines[rung] : rules.oldCombines[rung]
    }
    return Plan(nodes: nodes, combines: combines, fields: rules.columns.map { ($0.id, $0.rung) }, scale: rules.new.scale)
  }

  /// The part as it stands in a world, without its place.
  private func body(of index: Int, in world: EditSet) -> Plan.Node {
    let part = rules.parts[index]
    guard let old = part.old?.node, let new = part.new?.node else { return part.either?.node ?? Worlds.nothing }
    var node = old
    if part.isLeaf {
      if isMade(.scale(part: index), in: world) { (node.body, node.rung) = (new.body, new.rung) }
      if isMade(.missing(part: index), in: world) { node.missing = new.missing }
    } else {
      if isMade(.combine(part: index), in: world) { node.body = new.body }
      if isMade(.at(part: index), in: world) { node.rung = new.rung }
    }
    if isMade(.round(part: index), in: world) { node.rounding = new.rounding }
    return node
  }

  private static let nothing = Plan.Node(
    id: "", children: [], weight: .one, rung: 0, body: .group(.mean), missing: .skip, rounding: [])

  /// The weight beside the continuing siblings, so that what came is not counted again as a loss of weight of what stayed.
  private func weight(of index: Int, in group: Int, _ body: Plan.Node.Body, _ world: EditSet) -> Fraction {
    let part = rules.parts[index]
    let siblings = continuing[group]
    let year: KeyPath<PairedPart, PairedPart.Version?> =
      if siblings.contains(index) {
        isMade(.weights(group: group), in: world) ? \.new : \.old
      } else {
        part.new != nil && part.new?.parent == group && (part.old == nil || isMade(.parent(part: index), in: world)) ? \.new : \.old
      }
    guard let version = part[keyPath: year] else { return .one }
    if case .group(.sum) = body { return version.absolute }
    let base = siblings.isEmpty ? rules.parts.indices.filter { rules.parts[$0][keyPath: year]?.parent == group } : siblings
    return version.weight / base.map { rules.parts[$0][keyPath: year]?.weight ?? .zero }.sum()
  }

  // MARK: Observations

  private func survey(of world: EditSet, _ baseOfKind: [Kind: Int]) -> Survey {
    let cells = survey.cells.enumerated().map { column, cells in
      cells.enumerated().map { entity, cell in
        isMade(.changed(column: column, entity: entity), in: world) || isMade(.coverage(column: column, entity: entity), in: world)
          ? cell.new : cell.old
      }
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
    return Survey(population: survey.population, cells: cells, presence: presence)
  }

  private func isThere(_ rung: Int, _ entity: Int, in world: EditSet) -> Bool {
    if let number = numbers[.joined(rung: rung, entity: entity)] { return world.contains(number) }
    if let number = numbers[.left(rung: rung, entity: entity)] { return !world.contains(number) }
    return true
  }
}

/// A value that nobody observed: an indicator of one year for an entity of the other.
struct AssumedValue: Hashable {
  let part: Int
  let rung: Int
  let entity: Int
}
