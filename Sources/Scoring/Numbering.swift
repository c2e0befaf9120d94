/// The numbers of ids by their place in a list.
struct Numbering: Sendable {
  private let numbers: [String: Int]

  /// Numbers ids, which are all different. Complexity: linear in their number.
  init(_ ids: [String]) {
    numbers = ids.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
  }

  /// The number of an id; nil if it is not in the list.
  func known(_ id: String) -> Int? { numbers[id] }

  /// The number of an id that a checked edition names. INVARIANT: it is in the list, for the loader refuses all others.
  subscript(id: String) -> Int {
    guard let number = numbers[id] else { return 0 }
    return number
  }
}
