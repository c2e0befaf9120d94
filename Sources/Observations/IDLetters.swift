/// What the ids of a data set are made of, taken together: it tells whether two of them can look alike without being equal.
struct IDLetters: Equatable {
  private var hasSmall = false
  private var hasCapital = false
  private var hasBlank = false
  private var hasOther = false

  /// Whether some ids may differ only in case, blanks or the coding of letters.
  var mayLookAlike: Bool { hasOther || hasBlank || (hasSmall && hasCapital) }

  /// Notes what an id is made of; false if it has a fault.
  mutating func take(_ id: some RandomAccessCollection<UInt8>) -> Bool {
    var needsCare = id.count > IDFault.longestID || id.first == UInt8(ascii: " ") || id.last == UInt8(ascii: " ")
    for byte in id {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): hasSmall = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasCapital = true
      case UInt8(ascii: " "): hasBlank = true
      case UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "\""), 0..<0x20, 0x7F...: needsCare = true
      default: break
      }
      if byte >= 0x80 { hasOther = true }
    }
    guard needsCare else { return true }
    let bytes = Array(id)
    return !bytes.contains(UInt8(ascii: "\"")) && !bytes.contains(UInt8(ascii: "\r")) && (try? UTF8Span(validating: bytes.span)) != nil
      && IDFault(ArraySlice(bytes)) == nil
  }

  /// What the ids of two data sets are made of.
  func union(_ other: IDLetters) -> IDLetters {
    var all = self
    all.hasSmall = hasSmall || other.hasSmall
    all.hasCapital = hasCapital || other.hasCapital
    all.hasBlank = hasBlank || other.hasBlank
    all.hasOther = hasOther || other.hasOther
    return all
  }
}
