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

  /// The text on one line, without a line end. Complexity: linear in its length.
  public var line: String {
    var out = ""
    write(to: &out, indent: nil)
    return out
  }

  /// Writes indented, or on one line if `indent` is nil.
  private func write(to out: inout String, indent: Int?) {
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

  private func list(_ items: [(key: String?, value: JSONValue)], open: String, close: String, to out: inout String, indent: Int?) {
    guard !items.isEmpty else {
      out += open + close
      return
    }
    let margin = indent.flatMap { indent in items.allSatisfy { $0.value.isPlain } ? nil : "\n" + String(repeating: " ", count: indent) }
    out += open
    for (index, item) in items.enumerated() {
      if index > 0 { out += margin == nil ? ", " : "," }
      if let margin { out += margin + " " }
      if let key = item.key {
        JSONValue.write(key, to: &out)
        out += ": "
      }
      item.value.write(to: &out, indent: indent.map { $0 + 1 })
    }
    if let margin { out += margin }
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
