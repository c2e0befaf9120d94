extension Population {
  /// Returns the entities on `rung` that stand below (or are) one entity of a higher rung. Complexity: linear in the entities between.
  public func entities(on rung: Int, under entity: Int, of height: Int) -> Range<Int> {
    var range = entity..<(entity + 1)
    for level in height..<max(height, rung) {
      let filled = rungs[level][range].filter { !$0.children.isEmpty }
      guard let first = filled.first, let last = filled.last else { return 0..<0 }
      range = first.children.lowerBound..<last.children.upperBound
    }
    return range
  }

  /// Returns the entity of the higher rung `height` to which an entity of `rung` belongs.
  public func ancestor(of entity: Int, from rung: Int, on height: Int) -> Int {
    var entity = entity
    for level in stride(from: rung, to: height, by: -1) { entity = rungs[level][entity].parent }
    return entity
  }
}
