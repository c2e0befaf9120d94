extension String {
  /// The text with `{name}` replaced by the value of that name, in one pass: what was filled in is not read again.
  ///
  /// A name in braces that has no value stays as it is. Complexity: linear in the length of the text and of what is filled in.
  package func filled(_ values: KeyValuePairs<String, String>) -> String {
    guard !values.isEmpty else { return self }
    var out = ""
    var rest = self[...]
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      out += rest[..<start]
      let inner = rest.utf8.index(after: start)
      guard let end = rest.utf8[inner...].firstIndex(of: UInt8(ascii: "}")) else {
        rest = rest[start...]
        break
      }
      let name = rest[inner..<end]
      let after = rest.utf8.index(after: end)
      if let value = values.first(where: { $0.key == name })?.value { out += value } else { out += rest[start..<after] }
      rest = rest[after...]
    }
    return out + rest
  }
}
