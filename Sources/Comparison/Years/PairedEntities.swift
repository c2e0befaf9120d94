internal import Observations
internal import RuleDiagnostics

/// Who was surveyed in either of two years, those of both years matched by id.
struct PairedEntities {
  /// One rung.
  struct Rung {
    /// The number of each entity among those of the old year; -1 if it was not surveyed then.
    fileprivate(set) var old: [Int] = []
    /// The same for the new year.
    fileprivate(set) var new: [Int] = []
    /// The entity above.
    fileprivate(set) var parents: [Int] = []
    /// The entities below.
    fileprivate(set) var children: [Range<Int>] = []
  }

  private(set) var rungs: [Rung] = []

  /// Matches everyone below some institutions.
  init(_ tables: PairedTables, _ institutions: [(old: Int, new: Int)], rungs count: Int) {
    rungs.append(Rung(old: institutions.map(\.old), new: institutions.map(\.new), parents: institutions.map { _ in 0 }))
    for rung in 1..<max(1, count) {
      var below = Rung()
      let above = rungs[rung - 1]
      for parent in above.old.indices {
        let start = below.parents.count
        below.add(
          above.old[parent] < 0 ? 0..<0 : tables.old.population.children(of: above.old[parent], on: rung - 1),
          above.new[parent] < 0 ? 0..<0 : tables.new.population.children(of: above.new[parent], on: rung - 1),
          of: tables, on: rung, under: parent)
        rungs[rung - 1].children.append(start..<below.parents.count)
      }
      rungs.append(below)
    }
    rungs[rungs.count - 1].children = rungs[rungs.count - 1].parents.map { _ in 0..<0 }
  }

  /// The institution of each entity, by rung and entity.
  var institutions: [[Int]] {
    var owners: [[Int]] = []
    for (number, rung) in rungs.enumerated() {
      owners.append(number == 0 ? Array(rung.parents.indices) : rung.parents.map { owners[number - 1][$0] })
    }
    return owners
  }

  /// The entities as the new year describes them, or the old year those whom the new one did not survey.
  func population(_ tables: PairedTables) -> Population {
    Population(merging: rungs.map { ($0.old, $0.new, $0.parents) }, of: tables.old.population, and: tables.new.population)
  }
}

extension PairedEntities.Rung {
  /// Merges the children of one entity; both are in order of their ids.
  fileprivate mutating func add(_ before: Range<Int>, _ after: Range<Int>, of tables: PairedTables, on rung: Int, under parent: Int) {
    var (then, now) = (before.lowerBound, after.lowerBound)
    while then < before.upperBound || now < after.upperBound {
      parents.append(parent)
      let (isSame, isFirst) =
        then < before.upperBound && now < after.upperBound
        ? tables.old.population.compare(then, on: rung, with: now, of: tables.new.population) : (false, then < before.upperBound)
      let isOld = isSame || isFirst
      old.append(isOld ? then : -1)
      new.append(isSame || !isOld ? now : -1)
      if isOld { then += 1 }
      if isSame || !isOld { now += 1 }
    }
  }
}
