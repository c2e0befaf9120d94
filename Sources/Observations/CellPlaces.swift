/// Where the values of a column were read, in four bytes a cell: the lines of all files counted through.
struct CellPlaces: Sendable {
  /// For each entity the file's first line plus its own line; 0 where nothing was recorded.
  private var lines: [UInt32]
  /// For each file how many lines come before it, one more for each file, so that no two files share a number.
  private let firsts: [UInt32]

  /// Makes places of lines that are counted through, as ``firsts(_:)`` says.
  init(lines: [UInt32], firsts: [UInt32]) {
    self.lines = lines
    self.firsts = firsts
  }

  /// Keeps places; nil stands where nothing was recorded.
  init(_ places: [CellPlace?]) {
    var counts: [Int] = []
    for case let place? in places {
      while counts.count <= place.file { counts.append(0) }
      counts[place.file] = max(counts[place.file], place.line)
    }
    firsts = CellPlaces.firsts(counts)
    lines = []
    lines.reserveCapacity(places.count)
    for place in places { lines.append(place.map { UInt32(clamping: Int(firsts[$0.file]) + $0.line) } ?? 0) }
  }

  /// How many lines come before each file, from how many lines each has. Beyond 4 billion lines in all, places are no longer told apart.
  static func firsts(_ counts: [Int]) -> [UInt32] {
    var sum = 0
    return counts.map { count in
      defer { sum += count + 1 }
      return UInt32(clamping: sum)
    }
  }

  /// Returns the place of an entity's value. Complexity: logarithmic in the number of files.
  subscript(entity: Int) -> CellPlace? {
    let line = lines[entity]
    guard line > 0 else { return nil }
    var (low, high) = (0, firsts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firsts[middle] < line { low = middle } else { high = middle }
    }
    return CellPlace(file: low, line: Int(line - firsts[low]))
  }

  /// Returns the places of some entities side by side.
  subscript(range: Range<Int>) -> CellPlaces {
    CellPlaces(lines: Array(lines[range]), firsts: firsts)
  }
}
