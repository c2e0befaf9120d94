extension Evaluation {
  /// `startsWith`, `endsWith` and `contains`, by Unicode scalars.
  mutating func search(_ function: Function, _ arguments: [Int]) -> ExpressionValue {
    let ranges = arguments.map { range(of: $0) }
    return strict(arguments[0], arguments[1]) { evaluation, text, part in
      guard case .string(let text) = text else { return .error(.wrongType(.string, text, at: ranges[0])) }
      guard case .string(let part) = part else { return .error(.wrongType(.string, part, at: ranges[1])) }
      evaluation.charge((text.utf8.count + part.utf8.count) / 16)
      switch function {
      case .startsWith: return .boolean(text.utf8.starts(with: part.utf8))
      case .endsWith: return .boolean(text.utf8.reversed().starts(with: part.utf8.reversed()))
      default: return .boolean(Array(text.utf8).contains(part: Array(part.utf8)))
      }
    }
  }
}

extension [UInt8] {
  /// Whether `part` stands somewhere in these bytes. Complexity: linear in the length of both (Knuth, Morris and Pratt).
  func contains(part: [UInt8]) -> Bool {
    guard !part.isEmpty else { return true }
    var borders = [0]
    for byte in part.dropFirst() {
      borders.append(part.extended(borders[borders.count - 1], by: byte, borders))
    }
    var matched = 0
    for byte in self {
      matched = part.extended(matched, by: byte, borders)
      if matched == part.count { return true }
    }
    return false
  }

  /// Returns how much of the start of these bytes is matched when `byte` follows a match of `length`.
  private func extended(_ length: Int, by byte: UInt8, _ borders: [Int]) -> Int {
    var length = length
    while length > 0, self[length] != byte { length = borders[length - 1] }
    return self[length] == byte ? length + 1 : 0
  }
}
