internal import RuleDiagnostics

/// A text behind `|` or `>`: how deep it stands, and where it ends.
struct BlockText {
  /// The digit that says how deep the text stands in its block, if there is one.
  let depth: Int?
  /// Whether all line ends behind it count.
  let keepsLineEnds: Bool

  /// Reads what stands behind `|` or `>`.
  init(header: ArraySlice<UInt8>) {
    let marks = header.prefix { $0 > 0x20 }
    depth = marks.first { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }.map { Int($0 - UInt8(ascii: "0")) }
    keepsLineEnds = marks.contains(UInt8(ascii: "+"))
  }

  /// The column in which the lines of a text begin, in a block whose entries stand in column `block`. Lines of nothing but blanks are empty
  /// ones: a text without others stands deeper than any of them.
  func column(of lines: some Sequence<ArraySlice<UInt8>>, block: Int) -> Int {
    if let depth { return block + depth }
    return lines.first { !$0.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }?.prefix { $0 == 0x20 }.count ?? .max
  }
}

extension SourceFile {
  /// The end of a text behind `|` or `>` whose last word ends at `end`: with the blanks behind that word, and with lines of nothing but
  /// blanks that stand deeper than the text and so belong to it. Complexity: linear in the blanks.
  func endOfBlockText(_ end: Int, deeperThan column: Int) -> Int {
    var found = lineEnd(of: end)
    var next = found
    while let lineFeed = bytes[next...].firstIndex(of: 0x0A), lineFeed + 1 < bytes.count {
      let start = lineFeed + 1
      let stop = lineEnd(of: start)
      guard bytes[start..<stop].allSatisfy({ $0 == 0x20 }) else { break }
      if stop - start > column { found = stop }
      next = stop
    }
    return found
  }
}
