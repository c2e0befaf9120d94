/// A set of edits: a world is known by the edits that it has made.
struct EditSet: Hashable, Sendable {
  fileprivate var words: [UInt64]

  /// The empty set for a given number of edits.
  init(capacity: Int) {
    words = Array(repeating: 0, count: (capacity + 63) / 64)
  }

  func contains(_ edit: Int) -> Bool {
    words[edit >> 6] >> UInt64(edit & 63) & 1 == 1
  }

  mutating func insert(_ edit: Int) {
    words[edit >> 6] |= 1 << UInt64(edit & 63)
  }

  mutating func remove(_ edit: Int) {
    words[edit >> 6] &= ~(1 << UInt64(edit & 63))
  }

  func inserting(_ edits: some Sequence<Int>) -> EditSet {
    var copy = self
    for edit in edits { copy.insert(edit) }
    return copy
  }

  func removing(_ edits: some Sequence<Int>) -> EditSet {
    var copy = self
    for edit in edits { copy.remove(edit) }
    return copy
  }
}

extension EditSet {
  func union(_ other: EditSet) -> EditSet {
    combined(with: other) { $0 | $1 }
  }

  func intersection(_ other: EditSet) -> EditSet {
    combined(with: other) { $0 & $1 }
  }

  private func combined(with other: EditSet, _ operation: (UInt64, UInt64) -> UInt64) -> EditSet {
    var copy = self
    for index in words.indices { copy.words[index] = operation(words[index], other.words[index]) }
    return copy
  }
}
