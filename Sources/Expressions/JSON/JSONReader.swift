internal import RuleDiagnostics
internal import RuleModel

/// Reads one JSON value strictly: RFC 8259, no key twice, numbers as decimals without an exponent, limited in depth and length.
struct JSONReader {
  /// The longest line, in bytes of UTF-8.
  static let longestLine = 1_048_576
  private static let deepest = 32

  private let scalars: [Unicode.Scalar]
  private var offset = 0
  private var depth = 0

  private init(_ line: String) {
    scalars = Array(line.unicodeScalars)
  }

  /// Reads a line that holds one value and nothing else.
  static func value(in line: String) throws(ExpressionProblem) -> JSONInput {
    guard line.utf8.count <= longestLine else {
      throw ExpressionProblem(
        .json, at: 0..<0, Words(id: "baris lebih panjang dari \(longestLine) bita", en: "the line is longer than \(longestLine) bytes"))
    }
    var reader = JSONReader(line)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.peek == nil else { throw reader.problem("teks sesudah nilai JSON", "text after the JSON value") }
    return value
  }

  private var peek: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  private mutating func value() throws(ExpressionProblem) -> JSONInput {
    depth += 1
    defer { depth -= 1 }
    guard depth <= JSONReader.deepest else {
      throw problem("JSON bersarang lebih dari \(JSONReader.deepest) tingkat", "JSON nested more than \(JSONReader.deepest) levels deep")
    }
    skipBlanks()
    switch peek {
    case "{"?: return .object(try members())
    case "["?: return .array(try items())
    case "\""?: return .string(try string())
    case let sign? where sign == "-" || sign.isDigit: return .number(try number())
    case "t"?: return try word("true", .boolean(true))
    case "f"?: return try word("false", .boolean(false))
    case "n"?: return try word("null", .null)
    default: throw problem("di sini diperlukan nilai JSON", "a JSON value is needed here")
    }
  }

  private mutating func items() throws(ExpressionProblem) -> [JSONInput] {
    var items: [JSONInput] = []
    offset += 1
    if accept("]") { return items }
    repeat { items.append(try value()) } while accept(",")
    try expect("]")
    return items
  }

  private mutating func members() throws(ExpressionProblem) -> [JSONInput.Member] {
    var members: [JSONInput.Member] = []
    var keys: Set<String> = []
    offset += 1
    if accept("}") { return members }
    repeat {
      skipBlanks()
      let start = offset
      guard peek == "\"" else { throw problem("di sini diperlukan kunci dalam tanda petik", "a key in quotes is needed here") }
      let key = try string()
      guard keys.insert(key).inserted else {
        let shown = key.shortened
        throw problem("kunci `\(shown)` muncul dua kali", "the key `\(shown)` stands twice", at: start)
      }
      try expect(":")
      members.append(JSONInput.Member(key: key, value: try value(), offset: start))
    } while accept(",")
    try expect("}")
    return members
  }

  private mutating func number() throws(ExpressionProblem) -> Fraction {
    let start = offset
    while let scalar = peek, scalar.continuesName || scalar == "." || scalar == "-" || scalar == "+" { offset += 1 }
    let written = String(String.UnicodeScalarView(scalars[start..<offset]))
    guard let number = Fraction(decimal: written) else {
      let shown = written.shortened
      throw problem(
        "`\(shown)` bukan angka desimal tanpa pangkat", "`\(shown)` is not a decimal number without an exponent", at: start)
    }
    return number
  }

  private mutating func word(_ word: String, _ value: JSONInput) throws(ExpressionProblem) -> JSONInput {
    let spelling = Array(word.unicodeScalars)
    guard scalars[offset...].starts(with: spelling) else { throw problem("di sini diperlukan nilai JSON", "a JSON value is needed here") }
    offset += spelling.count
    return value
  }

  // MARK: Strings

  private mutating func string() throws(ExpressionProblem) -> String {
    let start = offset
    var content = String.UnicodeScalarView()
    offset += 1
    while let scalar = peek {
      offset += 1
      switch scalar {
      case "\"": return String(content)
      case "\\": content.append(try escape())
      case "\u{0}"..."\u{1F}": throw problem("karakter kendali dalam teks", "a control character in a string", at: offset - 1)
      default: content.append(scalar)
      }
    }
    throw problem("tanda petik ini tidak ditutup", "this quotation mark is not closed", at: start)
  }

  private mutating func escape() throws(ExpressionProblem) -> Unicode.Scalar {
    let start = offset - 1
    let letter = peek
    offset += 1
    switch letter {
    case "\""?, "\\"?, "/"?: return letter ?? "/"
    case "b"?: return "\u{8}"
    case "f"?: return "\u{C}"
    case "n"?: return "\n"
    case "r"?: return "\r"
    case "t"?: return "\t"
    case "u"?:
      guard let first = unit() else { break }
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard first < 0xDC00, peek == "\\", offset + 1 < scalars.count, scalars[offset + 1] == "u" else { break }
      offset += 2
      guard let second = unit(), (0xDC00...0xDFFF).contains(second) else { break }
      if let scalar = Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF)) { return scalar }
    default: break
    }
    throw problem("urutan pelolosan yang tidak dikenal", "an unknown escape sequence", at: start)
  }

  private mutating func unit() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek?.hexadecimal else { return nil }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  // MARK: Signs

  private mutating func skipBlanks() {
    while let scalar = peek, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" { offset += 1 }
  }

  private mutating func accept(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == sign else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(ExpressionProblem) {
    guard accept(sign) else { throw problem("di sini diperlukan `\(sign)`", "`\(sign)` is needed here") }
  }

  private func problem(_ id: String, _ en: String, at place: Int? = nil) -> ExpressionProblem {
    let place = min(place ?? offset, scalars.count)
    return ExpressionProblem(.json, at: place..<place, Words(id: id, en: en))
  }
}
