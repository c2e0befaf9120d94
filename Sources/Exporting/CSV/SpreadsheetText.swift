/// What a spreadsheet makes of a text that it reads from a CSV file without being told that it is one.
enum SpreadsheetText {
  /// Whether it would run the text as a formula, or take the mark of a text for its own.
  static func isRun(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    if isSpace(first), first != UInt8(ascii: " ") { return true }
    guard let visible = text.utf8.first(where: { !isSpace($0) }) else { return false }
    return switch visible {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    default: first == UInt8(ascii: "'")
    }
  }

  /// Whether it would take the text for a number or a date and show something else: `0012`, `3/4`, `1-2`, `2E5`, `Mar-22`.
  static func isChanged(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    if isDigit(first) {
      let isPlain = text.utf8.allSatisfy(isDigit) && text.utf8.count <= 15 && (first != UInt8(ascii: "0") || text.utf8.count == 1)
      return !isPlain
    }
    guard text.utf8.last.map(isDigit) ?? false else { return false }
    let start = text.lowercased().utf8.prefix(3)
    let rest = text.utf8.drop { !isDigit($0) && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: " ") }
    return months.contains(String(decoding: start, as: UTF8.self))
      && rest.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: " ") }
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "mei", "may", "jun", "jul", "agu", "aug", "sep", "okt", "oct", "nov", "des", "dec",
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
