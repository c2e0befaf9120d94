extension String {
  /// Whether this text comes before another by its bytes: the same order on every machine and in every locale.
  package func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
