internal import RuleDiagnostics

extension Scanner {
  /// Reads a text in single or double quotes, with CEL's escapes.
  mutating func string() throws(ExpressionProblem) -> Token {
    let start = offset
    let quote = scalars[offset]
    if peek(1) == quote, peek(2) == quote {
      throw .outside(
        Words(id: "teks dalam tiga tanda petik", en: "a string in triple quotes"), at: start..<start + 3,
        help: Words(id: "tulis satu tanda petik", en: "write one quotation mark"))
    }
    offset += 1
    var content = String.UnicodeScalarView()
    while let scalar = peek() {
      if scalar == quote {
        offset += 1
        return Token(kind: .string(String(content)), range: start..<offset)
      }
      if scalar == "\n" || scalar == "\r" { break }
      content.append(scalar == "\\" ? try escape() : scalar)
      if scalar != "\\" { offset += 1 }
    }
    throw ExpressionProblem(
      .badText, at: start..<start + 1, Words(id: "tanda petik ini tidak ditutup", en: "this quotation mark is not closed"),
      help: Words(id: "tutup dengan `\(quote)` pada baris yang sama", en: "close it with `\(quote)` on the same line"))
  }

  /// Reads an escape sequence from its backslash on.
  private mutating func escape() throws(ExpressionProblem) -> Unicode.Scalar {
    let start = offset
    guard let letter = peek(1) else {
      throw badEscape(from: start, to: start + 1)
    }
    offset += 2
    switch letter {
    case "a": return "\u{7}"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{B}"
    case "\\", "?", "\"", "'", "`": return letter
    case "x", "X": return try coded(digits: 2, radix: 16, from: start)
    case "u": return try coded(digits: 4, radix: 16, from: start)
    case "U": return try coded(digits: 8, radix: 16, from: start)
    case "0"..."3":
      offset -= 1
      return try coded(digits: 3, radix: 8, from: start)
    default: throw badEscape(from: start, to: offset)
    }
  }

  private mutating func coded(digits: Int, radix: UInt32, from start: Int) throws(ExpressionProblem) -> Unicode.Scalar {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek()?.hexadecimal, digit < radix else { throw badEscape(from: start, to: offset) }
      value = value &* radix &+ digit
      offset += 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw badEscape(from: start, to: offset) }
    return scalar
  }

  private func badEscape(from start: Int, to end: Int) -> ExpressionProblem {
    let written = text(in: start..<min(end, scalars.count))
    return ExpressionProblem(
      .badText, at: start..<end,
      Words(id: "`\(written)` bukan urutan pelolosan yang dikenal", en: "`\(written)` is not an escape sequence"),
      help: Words(id: "tulis `\\\\` untuk garis miring terbalik", en: "write `\\\\` for a backslash"))
  }
}
