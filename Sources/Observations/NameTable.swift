/// Texts kept once each and numbered in the order in which they came: ids, field names, value texts.
///
/// Equal means equal bytes. The hash is keyed anew in each run, so no file can be built to make it slow; the numbers do not depend on it.
struct NameTable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var hashes: [Int] = []
  /// Open addressing: the number of a text, or -1. INVARIANT: a power of two, at most half of it in use.
  private var slots = [Int32](repeating: -1, count: 64)

  /// How many texts are kept.
  var count: Int { hashes.count }

  /// Returns the number of `text`, keeping it if it is new. Complexity: linear in its length.
  mutating func number(of text: Span<UInt8>) -> Int {
    let hash = hash(text)
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, text) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(hashes.count)
    hashes.append(hash)
    for index in text.indices { bytes.append(text[index]) }
    starts.append(bytes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  /// Returns the number of a cell's text.
  mutating func number(of cell: CSVCell, in file: [UInt8]) -> Int {
    guard cell.hasDoubledQuotes else { return number(of: file.span.extracting(cell.start..<cell.end)) }
    return number(of: cell.text(in: file).span)
  }

  /// Returns the number of `text`.
  mutating func number(of text: String) -> Int {
    number(of: Array(text.utf8).span)
  }

  /// Returns the bytes of a text by its number.
  func bytes(of number: Int) -> ArraySlice<UInt8> {
    bytes[starts[number]..<starts[number + 1]]
  }

  /// Returns a text by its number.
  func text(of number: Int) -> String {
    String(decoding: bytes(of: number), as: UTF8.self)
  }

  /// Returns the place of each text in the order of bytes.
  func ranks() -> [Int] {
    let order = (0..<count).sorted { bytes(of: $0).lexicographicallyPrecedes(bytes(of: $1)) }
    var ranks = [Int](repeating: 0, count: count)
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    return ranks
  }

  private func hash(_ text: Span<UInt8>) -> Int {
    var hasher = Hasher()
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  private func isEqual(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == text.count else { return false }
    for index in text.indices where bytes[start + index] != text[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
