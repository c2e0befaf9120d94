internal import RuleDiagnostics

/// Cuts an expression into tokens, one at a time.
struct Scanner {
  let scalars: [Unicode.Scalar]
  /// Where the next token is looked for.
  var offset = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// Returns the scalar `ahead` places behind the present one; nil behind the end.
  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    offset + ahead < scalars.count ? scalars[offset + ahead] : nil
  }

  /// Returns the text in `range`.
  func text(in range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// Reads the next token; at the end of the text always ``Token/Kind/end``.
  mutating func next() throws(ExpressionProblem) -> Token {
    skipBlanks()
    let start = offset
    guard let first = peek() else { return Token(kind: .end, range: start..<start) }
    if first.isDigit || (first == "." && peek(1)?.isDigit == true) { return try number() }
    if first == "\"" || first == "'" { return try string() }
    if first.startsName { return try name() }
    for (symbol, spelling) in Symbol.spelled where scalars[offset...].starts(with: spelling) {
      offset += spelling.count
      return Token(kind: .symbol(symbol), range: start..<offset)
    }
    throw strangeCharacter(first)
  }

  /// Blanks are those of CEL, and so is a comment from `//` to the end of the line.
  private mutating func skipBlanks() {
    while let scalar = peek() {
      if scalar == "/", peek(1) == "/" {
        while let inside = peek(), inside != "\n" { offset += 1 }
      } else if scalar == " " || ("\t"..."\r").contains(scalar) {
        offset += 1
      } else {
        return
      }
    }
  }

  private mutating func name() throws(ExpressionProblem) -> Token {
    let start = offset
    while peek()?.continuesName == true { offset += 1 }
    let text = text(in: start..<offset)
    if peek() == "\"" || peek() == "'", ["r", "b", "rb", "br"].contains(text.lowercased()) {
      let isRaw = text.lowercased() == "r"
      throw .outside(
        isRaw
          ? Words(id: "teks mentah `\(text)\"..\"`", en: "a raw string `\(text)\"..\"`")
          : Words(id: "deretan bita `\(text)\"..\"`", en: "a byte string `\(text)\"..\"`"),
        at: start..<offset + 1, help: Words(id: "tulis `\"..\"` saja", en: "write `\"..\"` alone"))
    }
    return Token(kind: .name(text), range: start..<offset)
  }

  /// Signs that people write, with what they mean here.
  private static let remedies: [Unicode.Scalar: String] = [
    "=": "==", "&": "&&", "|": "||", "×": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "−": "-", "–": "-", "“": "\"", "”": "\"",
    "‘": "'", "’": "'",
  ]

  private func strangeCharacter(_ scalar: Unicode.Scalar) -> ExpressionProblem {
    let range = offset..<offset + 1
    let shown = scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F ? "`\(scalar)`" : "U+\(hexadecimal(scalar.value))"
    switch scalar {
    case "{": return .outside(Words(id: "peta atau pesan `{..}`", en: "a map or message `{..}`"), at: range)
    case "`": return .outside(Words(id: "nama dalam tanda petik miring", en: "a name in backticks"), at: range)
    default:
      let remedy = Scanner.remedies[scalar]
      return ExpressionProblem(
        .syntax, at: range,
        Words(
          id: "tanda \(shown) tidak dikenal dalam ungkapan", en: "the character \(shown) has no meaning in an expression"),
        help: remedy.map { Words(id: "tulis `\($0)`", en: "write `\($0)`") })
    }
  }

  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
