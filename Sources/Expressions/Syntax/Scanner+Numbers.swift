internal import RuleDiagnostics
internal import RuleModel

extension Scanner {
  /// Reads `(0|[1-9][0-9]*)(\.[0-9]+)?` and nothing that only looks like it.
  mutating func number() throws(ExpressionProblem) -> Token {
    let start = offset
    if peek() == "0", peek(1) == "x" || peek(1) == "X" {
      offset += 2
      skipWord()
      throw outside(start, Words(id: "bilangan heksadesimal", en: "a hexadecimal number"))
    }
    while peek()?.isDigit == true { offset += 1 }
    if peek() == ".", peek(1)?.isDigit == true {
      offset += 1
      while peek()?.isDigit == true { offset += 1 }
    }
    let end = offset
    if peek()?.continuesName == true { throw numberWithLetters(from: start, to: end) }
    if peek() == ".", peek(1)?.startsName != true {
      offset += 1
      throw badNumber(start, remedy: text(in: start..<end))
    }
    guard let value = Fraction(decimal: text(in: start..<end)) else { throw unreadable(start) }
    return Token(kind: .number(value), range: start..<end)
  }

  private mutating func numberWithLetters(from start: Int, to end: Int) -> ExpressionProblem {
    let letter = peek()
    let following = peek(1)
    let isExponent = following == nil || following?.isDigit == true || following == "-" || following == "+"
    skipWord()
    switch letter {
    case "u", "U":
      return outside(
        start, Words(id: "bilangan tak bertanda", en: "an unsigned number"), remedy: text(in: start..<end))
    case "e" where isExponent, "E" where isExponent:
      return outside(start, Words(id: "pangkat sepuluh", en: "an exponent"))
    default: return badNumber(start, remedy: nil)
    }
  }

  /// Goes behind what is still written together with a number.
  private mutating func skipWord() {
    while let scalar = peek(), scalar.continuesName { offset += 1 }
  }

  private func outside(_ start: Int, _ construct: Words, remedy: String? = nil) -> ExpressionProblem {
    let written = text(in: start..<offset)
    return .outside(
      Words(id: "\(construct.id) `\(written)`", en: "\(construct.en) `\(written)`"), at: start..<offset,
      help: remedy.map { Words(id: "tulis `\($0)`", en: "write `\($0)`") }
        ?? Words(id: "tulis angkanya utuh", en: "write the number out"))
  }

  /// A number that breaks the grammar in another way than by its letters: `.5`, `007`, or too many digits.
  private func unreadable(_ start: Int) -> ExpressionProblem {
    let written = text(in: start..<offset)
    guard written.utf8.count <= Fraction.longestText else {
      return ExpressionProblem(
        .badNumber, at: start..<offset,
        Words(
          id: "angka lebih panjang dari \(Fraction.longestText) tanda", en: "the number is longer than \(Fraction.longestText) characters"))
    }
    let remedy = String(written.drop { $0 == "0" })
    return badNumber(start, remedy: remedy.first == "." || remedy.isEmpty ? "0" + remedy : remedy)
  }

  private func badNumber(_ start: Int, remedy: String?) -> ExpressionProblem {
    let written = text(in: start..<offset)
    return ExpressionProblem(
      .badNumber, at: start..<offset,
      Words(id: "`\(written)` bukan penulisan angka yang sah", en: "`\(written)` is not how a number is written"),
      help: remedy.map { Words(id: "tulis `\($0)`", en: "write `\($0)`") })
  }
}
