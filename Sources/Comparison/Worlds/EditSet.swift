/// A set of pieces of the change: a world is known by the pieces that it has made.
///
/// A piece is a number of edits that are always made together. Up to 64 pieces need no memory of their own.
struct EditSet: Hashable, Sendable {
  private var first: UInt64 = 0
  /// What lies beyond the first 64 pieces.
  private var more: [UInt64]

  /// The empty set for a given number of pieces.
  init(capacity: Int) {
    more = capacity <= 64 ? [] : Array(repeating: 0, count: (capacity - 1) / 64)
  }

  func contains(_ piece: Int) -> Bool {
    (piece < 64 ? first : more[piece >> 6 - 1]) >> UInt64(piece & 63) & 1 == 1
  }

  mutating func insert(_ piece: Int) {
    let bit: UInt64 = 1 << UInt64(piece & 63)
    if piece < 64 { first |= bit } else { more[piece >> 6 - 1] |= bit }
  }

  mutating func remove(_ piece: Int) {
    let bit: UInt64 = 1 << UInt64(piece & 63)
    if piece < 64 { first &= ~bit } else { more[piece >> 6 - 1] &= ~bit }
  }

  func inserting(_ pieces: some Sequence<Int>) -> EditSet {
    var copy = self
    for piece in pieces { copy.insert(piece) }
    return copy
  }

  func removing(_ pieces: some Sequence<Int>) -> EditSet {
    var copy = self
    for piece in pieces { copy.remove(piece) }
    return copy
  }

  /// The number of pieces.
  var count: Int { more.reduce(first.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

  var isEmpty: Bool { first == 0 && more.allSatisfy { $0 == 0 } }

  func union(_ other: EditSet) -> EditSet {
    combined(with: other) { $0 | $1 }
  }

  func intersection(_ other: EditSet) -> EditSet {
    combined(with: other) { $0 & $1 }
  }

  func subtracting(_ other: EditSet) -> EditSet {
    combined(with: other) { $0 & ~$1 }
  }

  @inline(__always)
  private func combined(with other: EditSet, _ operation: (UInt64, UInt64) -> UInt64) -> EditSet {
    var copy = self
    copy.first = operation(first, other.first)
    for index in more.indices { copy.more[index] = operation(more[index], other.more[index]) }
    return copy
  }
}
