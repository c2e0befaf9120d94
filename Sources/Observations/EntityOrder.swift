/// The entities of several tables in one order: sorted by the bytes of their paths, component by component, each once.
struct EntityOrder {
  /// An entity of a table.
  struct Member {
    let table: Int32
    let number: Int32
  }

  /// The entities of one rung.
  struct Level {
    /// For each entity a member of a table that holds it.
    fileprivate(set) var members: [Member] = []
    /// For each entity the place of the one above it; 0 on the top rung.
    fileprivate(set) var parents: [Int32] = []
    /// For each table the places of its entities.
    fileprivate(set) var places: [[Int32]]
  }

  /// The rungs, the top one first.
  private(set) var levels: [Level] = []

  /// Sorts the entities of all tables. `tables` holds for each of them its rungs.
  ///
  /// Complexity: linear if they come sorted, else as for sorting siblings.
  init(_ tables: [[EntityTable]], rungs: Int) {
    for rung in 0..<rungs {
      let above = levels.last
      let entries = sorted(tables, rung, above)
      levels.append(level(entries, tables, rung))
    }
  }

  private struct Entry {
    let parent: Int32
    let table: Int32
    let number: Int32
  }

  /// Whether one entry comes before another: negative, zero or positive.
  private func compare(_ left: Entry, _ right: Entry, _ tables: [[EntityTable]], _ rung: Int) -> Int {
    guard left.parent == right.parent else { return left.parent < right.parent ? -1 : 1 }
    return tables[Int(left.table)][rung].compare(Int(left.number), with: tables[Int(right.table)][rung], Int(right.number))
  }

  private func sorted(_ tables: [[EntityTable]], _ rung: Int, _ above: Level?) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(tables.reduce(0) { $0 + $1[rung].count })
    var isSorted = true
    for (table, rungs) in tables.enumerated() {
      for number in 0..<rungs[rung].count {
        let parent = above.map { $0.places[table][Int(rungs[rung].parents[number])] } ?? 0
        let entry = Entry(parent: parent, table: Int32(table), number: Int32(number))
        if isSorted, let last = entries.last, compare(last, entry, tables, rung) > 0 { isSorted = false }
        entries.append(entry)
      }
    }
    return isSorted ? entries : sorted(entries, tables, rung, families: above?.members.count ?? 1)
  }

  /// Puts siblings side by side, then sorts them.
  private func sorted(_ entries: [Entry], _ tables: [[EntityTable]], _ rung: Int, families: Int) -> [Entry] {
    var ends = [Int](repeating: 0, count: families + 1)
    for entry in entries { ends[Int(entry.parent) + 1] += 1 }
    for family in 0..<families { ends[family + 1] += ends[family] }
    var next = ends
    var sorted = entries
    for entry in entries {
      sorted[next[Int(entry.parent)]] = entry
      next[Int(entry.parent)] += 1
    }
    for family in 0..<families { sort(&sorted, ends[family]..<ends[family + 1], tables, rung) }
    return sorted
  }

  private func sort(_ entries: inout [Entry], _ range: Range<Int>, _ tables: [[EntityTable]], _ rung: Int) {
    if range.count > 32 {
      entries.replaceSubrange(range, with: entries[range].sorted { compare($0, $1, tables, rung) < 0 })
      return
    }
    for end in range.dropFirst() {
      let entry = entries[end]
      var place = end
      while place > range.lowerBound, compare(entries[place - 1], entry, tables, rung) > 0 {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = entry
    }
  }

  private func level(_ entries: [Entry], _ tables: [[EntityTable]], _ rung: Int) -> Level {
    var level = Level(places: tables.map { Array(repeating: 0, count: $0[rung].count) })
    level.members.reserveCapacity(entries.count)
    level.parents.reserveCapacity(entries.count)
    var last: Entry?
    for entry in entries {
      if last.map({ compare($0, entry, tables, rung) != 0 }) ?? true {
        level.members.append(Member(table: entry.table, number: entry.number))
        level.parents.append(entry.parent)
      }
      last = entry
      level.places[Int(entry.table)][Int(entry.number)] = Int32(level.members.count - 1)
    }
    return level
  }
}
