/// The entities of one rung, each made when it is asked for.
public struct Entities: RandomAccessCollection, Sendable, Equatable {
  /// The levels from the top down to this rung's own.
  private let levels: ArraySlice<EntityLevel>

  init(_ levels: ArraySlice<EntityLevel>) {
    self.levels = levels
  }

  /// The index of the first entity, 0.
  public var startIndex: Int { 0 }

  /// The number of entities.
  public var endIndex: Int { levels.reduce(0) { _, level in level.parents.count } }

  /// Makes an entity. Complexity: linear in the length of its path and name.
  public subscript(index: Int) -> Entity {
    let own = levels[levels.endIndex - 1]
    let id = own.ids.text(index)
    return Entity(
      id: id, path: path(of: index), parent: Int(own.parents[index]), children: own.children(of: index),
      name: own.names.count == 0 ? id : own.names.text(index), kind: own.kinds[index], province: own.provinces[index])
  }

  /// Returns the names from the top down, joined by `/`. Complexity: linear in the length.
  public func path(of index: Int) -> String {
    var pieces: [String] = []
    var index = index
    for level in levels.reversed() {
      pieces.append(level.ids.text(index))
      index = Int(level.parents[index])
    }
    return pieces.reversed().joined(separator: "/")
  }

  /// Compares all of them, but not where they stand among the entities above. Complexity: linear.
  public static func == (left: Entities, right: Entities) -> Bool {
    left.levels.elementsEqual(right.levels)
  }
}
