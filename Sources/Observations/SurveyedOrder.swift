/// The surveyed entities in their final order, with what the directory says of them.
struct SurveyedOrder {
  /// For each rung the entities, each by a table that holds it.
  private(set) var members: [[EntityOrder.Member]] = []
  /// For each rung and entity the place of the one above it; 0 on the top rung.
  private(set) var parents: [[Int32]] = []
  /// For each rung and entity the number of its listing, -1 for none.
  private(set) var listings: [[Int32]] = []
  /// For each rung and stretch the number in it of each surveyed entity, -1 for one that it does not name.
  private(set) var numbers: [[[Int32]]] = []

  /// Leaves out who is only in the directory, the last of the tables; nil if the directory and the survey do not fit together.
  init?(_ order: EntityOrder, _ tables: [[EntityTable]], _ directory: QuickDirectory) {
    let stretches = tables.indices.dropLast()
    var placesAbove: [Int32] = []
    for (rung, level) in order.levels.enumerated() {
      var isSurveyed = [Bool](repeating: false, count: level.members.count)
      for table in stretches { for place in level.places[table] { isSurveyed[Int(place)] = true } }
      var listing = [Int32](repeating: -1, count: level.members.count)
      for (entity, place) in level.places[tables.count - 1].enumerated() { listing[Int(place)] = directory.listingOf[rung][entity] }
      guard SurveyedOrder.isKnown(isSurveyed, listing, level, isLowest: rung == order.levels.count - 1),
        SurveyedOrder.isListed(isSurveyed, listing, level)
      else { return nil }

      var places = [Int32](repeating: -1, count: level.members.count)
      var count: Int32 = 0
      var (members, parents, listings): ([EntityOrder.Member], [Int32], [Int32]) = ([], [], [])
      for place in level.members.indices where isSurveyed[place] {
        places[place] = count
        count += 1
        members.append(level.members[place])
        parents.append(rung == 0 ? 0 : placesAbove[Int(level.parents[place])])
        listings.append(listing[place])
      }
      numbers.append(
        stretches.map { table in
          var numbers = [Int32](repeating: -1, count: Int(count))
          for (entity, place) in level.places[table].enumerated() { numbers[Int(places[Int(place)])] = Int32(entity) }
          return numbers
        })
      self.members.append(members)
      self.parents.append(parents)
      self.listings.append(listings)
      placesAbove = places
    }
  }

  /// Whether everybody whom the directory names as a parent is surveyed or listed; on the lowest rung nobody can be a parent.
  private static func isKnown(_ isSurveyed: [Bool], _ listing: [Int32], _ level: EntityOrder.Level, isLowest: Bool) -> Bool {
    isLowest || level.members.indices.allSatisfy { isSurveyed[$0] || listing[$0] >= 0 }
  }

  /// Whether the directory, where it lists anybody below an entity, lists all who were surveyed there.
  private static func isListed(_ isSurveyed: [Bool], _ listing: [Int32], _ level: EntityOrder.Level) -> Bool {
    guard listing.contains(where: { $0 >= 0 }) else { return true }
    var first = 0
    while first < level.members.count {
      var (end, isAnyListed, isAllListed) = (first, false, true)
      while end < level.members.count, level.parents[end] == level.parents[first] {
        if listing[end] >= 0 { isAnyListed = true } else if isSurveyed[end] { isAllListed = false }
        end += 1
      }
      guard !isAnyListed || isAllListed else { return false }
      first = end
    }
    return true
  }

  /// Returns the population. Complexity: linear in the entities.
  func population(_ tables: [[EntityTable]], _ directory: QuickDirectory) -> Population {
    var levels: [EntityLevel] = []
    for (rung, members) in members.enumerated() {
      var level = EntityLevel()
      level.ids.reserveCapacity(members.count)
      for member in members { level.ids.append(tables[Int(member.table)][rung], Int(member.number)) }
      level.parents = parents[rung]
      level.setChildren(from: rung + 1 < parents.count ? parents[rung + 1] : [])
      let known = listings[rung].lazy.map { $0 < 0 ? nil : directory.listings[Int($0)] }
      if listings[rung].contains(where: { $0 >= 0 }) {
        level.kinds = WordColumn(known.map { $0?.kind ?? -1 }, directory.word)
        level.provinces = WordColumn(known.map { $0?.province ?? -1 }, directory.word)
        if known.contains(where: { $0.map { $0.name >= 0 } == true }) {
          for (place, listing) in known.enumerated() {
            let name = listing?.name ?? -1
            if name >= 0 { level.names.append(directory.word(name).utf8) } else { level.names.append(level.ids[place]) }
          }
        }
      }
      levels.append(level)
    }
    return Population(levels: levels)
  }
}
