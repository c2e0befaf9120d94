/// The surveyed entities in their final order.
struct SortedPopulation {
  let population: Population
  /// For each rung the numbers in the tree, in the order of the population.
  let numbers: [[Int]]

  /// Sorts what was surveyed by the bytes of the paths, component by component.
  init(_ tree: EntityTree, describedBy listings: [EntityListing]) {
    let ranks = tree.ids.ranks()
    var numbers: [[Int]] = []
    var parents: [[Int]] = []
    var positions: [Int] = []
    for (rung, nodes) in tree.rungs.enumerated() {
      func parent(_ number: Int) -> Int { rung == 0 ? 0 : positions[nodes[number].parent] }
      let surveyed = nodes.indices.filter { nodes[$0].isSurveyed }
      let keyed = surveyed.map { (parent: parent($0), rank: ranks[nodes[$0].id], number: $0) }
      let sorted = keyed.sorted { $0.parent == $1.parent ? $0.rank < $1.rank : $0.parent < $1.parent }
      positions = [Int](repeating: -1, count: nodes.count)
      for (position, entity) in sorted.enumerated() { positions[entity.number] = position }
      numbers.append(sorted.map(\.number))
      parents.append(sorted.map(\.parent))
    }
    self.numbers = numbers
    population = SortedPopulation.population(tree, numbers, parents, listings)
  }

  private static func population(
    _ tree: EntityTree, _ numbers: [[Int]], _ parents: [[Int]], _ listings: [EntityListing]
  ) -> Population {
    var rungs: [[Entity]] = []
    for (rung, nodes) in tree.rungs.enumerated() {
      let isLowest = rung == tree.rungs.count - 1
      let children = childRanges(of: numbers[rung].count, parents: isLowest ? [] : parents[rung + 1])
      let entities = numbers[rung].enumerated().map { position, number in
        let id = tree.ids.text(of: nodes[number].id)
        let parent = parents[rung][position]
        let listing = nodes[number].listing.map { listings[$0] }
        return Entity(
          id: id, path: rung == 0 ? id : rungs[rung - 1][parent].path + "/" + id, parent: parent, children: children[position],
          name: listing?.name ?? id, kind: listing?.kind, province: listing?.province)
      }
      rungs.append(entities)
    }
    return Population(rungs: rungs)
  }

  /// The stretch of each of `count` entities in the sorted parents of the rung below.
  private static func childRanges(of count: Int, parents: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var next = 0
    for position in 0..<count {
      let first = next
      while next < parents.count, parents[next] == position { next += 1 }
      ranges.append(first..<next)
    }
    return ranges
  }
}
