/// A YAML text under construction: plain scalars where the strict profile allows them, quotes everywhere else.
struct YAMLText {
  private(set) var text = ""

  /// Writes `key: value` on a line of its own, indented.
  mutating func line(_ indent: Int, _ text: String) {
    self.text += String(repeating: " ", count: indent) + text + "\n"
  }

  /// A text as a scalar: plain if it is a simple name or number, else in double quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A text that must stay a text: always in quotes unless it is a simple name.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x85, 0x2028, 0x2029, 0xFEFF].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static let words: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "ya", "tidak"]

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, !words.contains(text.lowercased()) else { return false }
    let isName = { (byte: UInt8) in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || [95, 45, 46].contains(byte)
    }
    return first != UInt8(ascii: "-") && first != UInt8(ascii: ".") && text.utf8.allSatisfy(isName)
      || text.hasPrefix("-") && text.dropFirst().utf8.allSatisfy { (48...57).contains($0) || $0 == 46 } && text.utf8.count > 1
  }
}
