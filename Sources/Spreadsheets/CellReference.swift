/// A cell by row (from 1) and column (from 0).
struct CellReference: Hashable {
  let row: Int
  let column: Int

  /// Reads `G118`, with or without dollar signs; nil for anything else.
  init?(_ text: some Sequence<UInt8>) {
    var (row, column, letters, digits) = (0, 0, 0, 0)
    for byte in text where byte != UInt8(ascii: "$") {
      let upper = byte & 0xDF
      if digits == 0, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper), byte >= UInt8(ascii: "A") {
        column = column * 26 + Int(upper - UInt8(ascii: "A")) + 1
        letters += 1
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
      } else {
        return nil
      }
      guard letters <= 4, digits <= 8 else { return nil }
    }
    guard letters > 0, digits > 0, row > 0 else { return nil }
    self.row = row
    self.column = column - 1
  }

  /// Reads a text that ends with a zero.
  init?(_ text: UnsafePointer<CChar>) {
    var end = text
    while end.pointee != 0 { end += 1 }
    self.init(UnsafeBufferPointer(start: text, count: end - text).lazy.map { UInt8(bitPattern: $0) })
  }
}

/// The cells that are shown as one.
struct MergedCells: Hashable {
  let first: CellReference
  let last: CellReference

  /// Reads `A2:A9`; nil for a single cell and for anything else.
  init?(_ text: String) {
    let ends = text.split(separator: ":").map { CellReference($0.utf8) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row, first.column <= last.column, first != last else {
      return nil
    }
    self.first = first
    self.last = last
  }
}
