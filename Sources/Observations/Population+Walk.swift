extension Population {
  /// Returns the entities on `rung` that stand below (or are) one entity of a higher rung. Complexity: linear in the rungs between.
  public func entities(on rung: Int, under entity: Int, of height: Int) -> Range<Int> {
    var range = entity..<(entity + 1)
    for level in height..<max(height, rung) {
      guard let last = range.last else { return 0..<0 }
      range = children(of: range.lowerBound, on: level).lowerBound..<children(of: last, on: level).upperBound
    }
    return range.isEmpty ? 0..<0 : range
  }

  /// Returns the entity of the higher rung `height` to which an entity of `rung` belongs.
  public func ancestor(of entity: Int, from rung: Int, on height: Int) -> Int {
    var entity = entity
    for level in stride(from: rung, to: height, by: -1) { entity = parent(of: entity, on: level) }
    return entity
  }
}
