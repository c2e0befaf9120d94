extension String {
  /// The text with every occurrence of an ASCII mark replaced.
  ///
  /// `replacing(_:with:)` compares characters: it misses a quote with an accent on it, and a line feed behind a carriage return. What quotes or
  /// escapes text for somebody who reads bytes must not. Complexity: linear in the length of the text.
  package func replacing(mark: Unicode.Scalar, with text: String) -> String {
    let byte = UInt8(ascii: mark)
    guard utf8.contains(byte) else { return self }
    return String(decoding: utf8.flatMap { $0 == byte ? Array(text.utf8) : [$0] }, as: UTF8.self)
  }
}
