internal import RuleDiagnostics

/// Everything that was surveyed, rung by rung.
///
/// INVARIANT: the entities of a rung are sorted by the bytes of their path, component by component, so the children of one entity
/// stand side by side.
public struct Population: Sendable, Equatable {
  let levels: [EntityLevel]
  /// The entities of each rung, the top rung first. An entity is made each time it is asked for; where only its place among the others
  /// matters, ask the population.
  public let rungs: [Entities]

  /// Makes a population of levels whose children are known.
  init(levels: [EntityLevel]) {
    self.levels = levels
    rungs = levels.indices.map { Entities(levels[...$0]) }
  }

  /// Makes a population from sorted rungs. Where the children of an entity stand is seen from their parents.
  public init(rungs: [[Entity]]) {
    var levels: [EntityLevel] = []
    for (rung, entities) in rungs.enumerated() {
      var level = EntityLevel()
      for entity in entities {
        level.ids.append(entity.id.utf8)
        level.parents.append(Int32(entity.parent))
      }
      if entities.contains(where: { $0.name != $0.id }) { for entity in entities { level.names.append(entity.name.utf8) } }
      level.kinds = WordColumn(entities.map(\.kind))
      level.provinces = WordColumn(entities.map(\.province))
      level.setChildren(from: rung + 1 < rungs.count ? rungs[rung + 1].map { Int32($0.parent) } : [])
      levels.append(level)
    }
    self.init(levels: levels)
  }

  /// Compares who was surveyed, and what the directory says of them. Complexity: linear.
  public static func == (left: Population, right: Population) -> Bool { left.levels == right.levels }

  /// How many entities a rung has.
  public func count(on rung: Int) -> Int { levels[rung].parents.count }

  /// The index of the entity above one; 0 on the top rung, where it means nothing.
  public func parent(of entity: Int, on rung: Int) -> Int { Int(levels[rung].parents[entity]) }

  /// The indices of the entities directly below one; empty on the lowest rung.
  public func children(of entity: Int, on rung: Int) -> Range<Int> { levels[rung].children(of: entity) }

  /// The indices of the entities above those of a rung; all 0 on the top rung.
  public func parents(on rung: Int) -> [Int32] { levels[rung].parents }

  /// Where the children of each entity of a rung begin on the next lower rung, and last where those of the last entity end.
  public func childStarts(on rung: Int) -> [Int32] { levels[rung].childStarts }

  /// The id of an entity, in UTF-8.
  public func id(of entity: Int, on rung: Int) -> ArraySlice<UInt8> { levels[rung].ids[entity] }

  /// The kinds that occur on a rung, by number.
  public func kinds(on rung: Int) -> [String] { levels[rung].kinds.words }

  /// The number among ``kinds(on:)`` of an entity's kind, if the directory gives one.
  public func kind(of entity: Int, on rung: Int) -> Int? {
    let code = levels[rung].kinds.code(of: entity)
    return code < 0 ? nil : code
  }

  /// Returns the index of the entity of that id among siblings. Complexity: logarithmic in their number.
  package func index(of id: String, on rung: Int, among siblings: Range<Int>) -> Int? {
    let id = Array(id.utf8)
    let ids = levels[rung].ids
    var (low, high) = (siblings.lowerBound, siblings.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if ids[middle].lexicographicallyPrecedes(id) { low = middle + 1 } else { high = middle }
    }
    return low < siblings.upperBound && ids[low].elementsEqual(id) ? low : nil
  }

  /// Returns the index of the entity with that path on a rung. Complexity: linear in the rung's size.
  public func index(of path: String, on rung: Int) -> Int? {
    let bytes = Array(path.utf8)
    let (ids, entities) = (levels[rung].ids, rungs[rung])
    return entities.indices.first { bytes.suffix(ids[$0].count).elementsEqual(ids[$0]) && entities.path(of: $0) == path }
  }
}
