/// A JSON value that keeps the order of its keys, so that the same result is the same bytes.
public indirect enum JSONValue: Sendable, Equatable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// Whether two values are written alike.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.text == right.text
  }

  /// The text, indented, with a line end at its end. Complexity: linear in its length.
  public var text: String {
    var out = ""
    write(to: &out, indent: 0)
    out += "\n"
    return out
  }

  private func write(to out: inout String, indent: Int) {
    switch self {
    case .string(let text): JSONValue.write(text, to: &out)
    case .integer(let number): out += String(number)
    case .boolean(let flag): out += flag ? "true" : "false"
    case .null: out += "null"
    case .array(let items):
      list(items.map { (nil, $0) }, open: "[", close: "]", to: &out, indent: indent)
    case .object(let entries):
      list(entries.map { ($0.key, $0.value) }, open: "{", close: "}", to: &out, indent: indent)
    }
  }

  private func list(_ items: [(key: String?, value: JSONValue)], open: String, close: String, to out: inout String, indent: Int) {
    guard !items.isEmpty else {
      out += open + close
      return
    }
    let isFlat = items.allSatisfy { $0.value.isPlain }
    out += open
    for (index, item) in items.enumerated() {
      if index > 0 { out += isFlat ? ", " : "," }
      if !isFlat { out += "\n" + String(repeating: " ", count: indent + 1) }
      if let key = item.key {
        JSONValue.write(key, to: &out)
        out += ": "
      }
      item.value.write(to: &out, indent: indent + 1)
    }
    if !isFlat { out += "\n" + String(repeating: " ", count: indent) }
    out += close
  }

  private var isPlain: Bool {
    switch self {
    case .string, .integer, .boolean, .null: true
    case .array(let items): items.isEmpty
    case .object(let entries): entries.isEmpty
    }
  }

  private static func write(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
