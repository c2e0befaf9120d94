extension Population {
  /// One rung of a population that is made of two: by entity its index in either, -1 where it is not there, and the entity above.
  package typealias MergedRung = (old: [Int], new: [Int], parents: [Int])

  /// Makes a population of entities of two, which describe them; of those in both, the newer one does.
  ///
  /// Complexity: linear in the entities.
  package init(merging rungs: [MergedRung], of old: Population, and new: Population) {
    var levels: [EntityLevel] = []
    for (rung, entities) in rungs.enumerated() {
      let sources = (old: old.levels[rung], new: new.levels[rung])
      let hasNames = sources.old.names.count + sources.new.names.count > 0
      var level = EntityLevel()
      var kinds: [String?] = []
      var provinces: [String?] = []
      for (place, index) in entities.new.enumerated() {
        let source = index < 0 ? sources.old : sources.new
        let index = index < 0 ? entities.old[place] : index
        level.ids.append(source.ids[index])
        level.parents.append(Int32(entities.parents[place]))
        if hasNames { level.names.append(source.names.count == 0 ? source.ids[index] : source.names[index]) }
        kinds.append(source.kinds[index])
        provinces.append(source.provinces[index])
      }
      level.kinds = WordColumn(kinds)
      level.provinces = WordColumn(provinces)
      level.setChildren(from: rung + 1 < rungs.count ? rungs[rung + 1].parents.map { Int32($0) } : [])
      levels.append(level)
    }
    self.init(levels: levels)
  }

  /// How the id of an entity stands to the id of another one on the same rung of another population: whether they are the same, and if not,
  /// whether the first one comes first by its bytes.
  package func compare(_ entity: Int, on rung: Int, with other: Int, of population: Population) -> (isSame: Bool, isFirst: Bool) {
    let (own, its) = (levels[rung].ids[entity], population.levels[rung].ids[other])
    if own.elementsEqual(its) { return (true, false) }
    return (false, own.lexicographicallyPrecedes(its))
  }
}
