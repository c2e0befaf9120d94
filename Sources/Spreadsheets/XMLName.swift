/// The name of an element or attribute without its prefix, as a number that is quick to compare: its first seven bytes and its length.
struct XMLName: Hashable, ExpressibleByStringLiteral {
  private let key: UInt64

  init(stringLiteral text: StaticString) {
    key = text.withUTF8Buffer { XMLName.key(of: $0.baseAddress, count: $0.count) }
  }

  /// Reads a name that ends with a zero, from behind its prefix.
  init(_ name: UnsafePointer<CChar>) {
    var start = name
    var end = name
    while end.pointee != 0 {
      if end.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = end + 1 }
      end += 1
    }
    let count = end - start
    key = start.withMemoryRebound(to: UInt8.self, capacity: max(1, count)) { XMLName.key(of: $0, count: count) }
  }

  private static func key(of bytes: UnsafePointer<UInt8>?, count: Int) -> UInt64 {
    var key = UInt64(min(count, 255))
    guard let bytes else { return key }
    for index in 0..<min(count, 7) { key |= UInt64(bytes[index]) << UInt64(8 * (index + 1)) }
    return key
  }
}

/// The attributes of an element, as long as its beginning is reported.
struct XMLAttributes {
  /// Names and values in turn, then nil.
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    self.pairs = pairs
  }

  /// Returns the bytes of an attribute, ended by a zero; nil if it is not there.
  func bytes(_ name: XMLName) -> UnsafePointer<CChar>? {
    guard var pair = pairs else { return nil }
    while let key = pair.pointee {
      if XMLName(key) == name { return pair[1].map { UnsafePointer($0) } }
      pair += 2
    }
    return nil
  }

  /// Returns the text of an attribute; nil if it is not there.
  subscript(name: XMLName) -> String? { bytes(name).map { String(cString: $0) } }

  /// Whether an attribute says yes: `1` or `true`.
  func isTrue(_ name: XMLName) -> Bool { self[name].map { $0 == "1" || $0 == "true" } ?? false }
}
