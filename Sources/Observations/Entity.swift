/// One observed thing: an institution, a unit, a product.
public struct Entity: Sendable, Equatable {
  /// Its name below the entity above it: `dinsos`.
  public let id: String
  /// The names from the top down, joined by `/`: `kota-contoh/dinsos`. No other entity of the data set has the same path.
  public let path: String
  /// The index of the entity above it on the next higher rung; 0 on the top rung, where it means nothing.
  public let parent: Int
  /// The indices of the entities directly below it on the next lower rung; empty on the lowest rung.
  public let children: Range<Int>
  /// The name people use; the id if the directory of entities gives none.
  public let name: String
  /// Its kind, such as `city` or `PTS`, if the directory gives one.
  public let kind: String?
  /// The province in which it lies, if the directory gives one.
  public let province: String?

  /// Makes an entity.
  public init(id: String, path: String, parent: Int, children: Range<Int>, name: String, kind: String?, province: String? = nil) {
    self.id = id
    self.path = path
    self.parent = parent
    self.children = children
    self.name = name
    self.kind = kind
    self.province = province
  }
}

extension Entity {
  /// The same entity in another population.
  package func placed(below parent: Int, children: Range<Int>) -> Entity {
    Entity(id: id, path: path, parent: parent, children: children, name: name, kind: kind, province: province)
  }
}
