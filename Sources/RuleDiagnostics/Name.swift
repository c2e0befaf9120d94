extension StringProtocol {
  /// Whether this can name something: letters a to z, digits, `_`, `-` and `.`, begun by a letter or a digit, at most 100 bytes.
  public var isName: Bool {
    guard let first = utf8.first, first.isLetterOrDigit, utf8.count <= 100 else { return false }
    return utf8.allSatisfy { $0.isLetterOrDigit || "_-.".utf8.contains($0) }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self) }
}
