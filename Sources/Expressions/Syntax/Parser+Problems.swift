internal import RuleDiagnostics

extension Parser {
  /// The problem of a token that cannot stand where it stands.
  func unexpected(expecting wanted: String) -> ExpressionProblem {
    unexpected(expecting: Words(same: wanted))
  }

  /// The problem of a token that cannot stand where it stands; what is `wanted` is nil where an operand or the end would be right.
  func unexpected(expecting wanted: Words?) -> ExpressionProblem {
    let wanted = wanted.map { Words(id: "diharapkan \($0.id)", en: "expected \($0.en)") }
    guard token.kind != .end else {
      return ExpressionProblem(
        .syntax, at: token.range, Words(id: "ungkapan berakhir terlalu cepat", en: "the expression ends too early"),
        help: wanted ?? Words(id: "diharapkan nilai", en: "expected a value"))
    }
    let number = decimalComma
    return ExpressionProblem(
      .syntax, at: token.range,
      Words(id: "`\(written)` tidak dapat berdiri di sini", en: "`\(written)` cannot stand here"),
      help: number.map { Words(id: "tulis titik untuk desimal: `\($0)`", en: "write a point for decimals: `\($0)`") }
        ?? word.map { Parser.write($0) } ?? wanted,
      replacement: word)
  }

  /// The number that a comma between digits was meant to make: `0.5` for `0,5`; nil for any other token.
  private var decimalComma: String? {
    guard token.kind == .symbol(.comma), lastEnd == token.range.lowerBound else { return nil }
    let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
    let whole = scalars[..<token.range.lowerBound].reversed().prefix(while: isDigit).reversed()
    let decimals = scalars[token.range.upperBound...].prefix(while: isDigit)
    guard !whole.isEmpty, !decimals.isEmpty else { return nil }
    return "\(String(String.UnicodeScalarView(whole))).\(String(String.UnicodeScalarView(decimals)))"
  }

  /// What people mean by a word between two operands.
  private var word: String? {
    guard case .name(let name) = token.kind else { return nil }
    let meant: [String: String] = [
      "and": "&&", "dan": "&&", "or": "||", "atau": "||", "not": "!", "bukan": "!", "tidak": "!", "mod": "%", "is": "==",
    ]
    return meant[name.lowercased()]
  }

  /// The remedy that says how something is written.
  static func write(_ usage: String) -> Words {
    Words(id: "tulis `\(usage)`", en: "write `\(usage)`")
  }

  /// The problem of `a.?b` and `[?a]`.
  func optional() -> ExpressionProblem {
    .outside(Words(id: "anggota opsional `?`", en: "an optional member `?`"), at: token.range)
  }

  /// The problem of a function that the language does not have.
  func outsideFunction(_ name: String, at range: Range<Int>, help: Words?) -> ExpressionProblem {
    let known = Function.allCases.map(\.rawValue) + Macro.allCases.map(\.rawValue) + ["if", "has"]
    let near = nearestName(to: name, among: known).flatMap { $0 == name ? nil : $0 }
    let list = Function.allCases.map(\.rawValue).joined(separator: ", ")
    return .outside(
      Words(id: "fungsi `\(name)(..)`", en: "the function `\(name)(..)`"), at: range,
      help: help ?? near.map { Words(id: "mungkin maksudnya `\($0)`", en: "did you mean `\($0)`") }
        ?? Words(id: "fungsi yang ada: \(list)", en: "the functions are \(list)"))
  }

  /// The problem of too many or too few arguments.
  func wrongArity(_ usage: String, _ count: Int, at range: Range<Int>) -> ExpressionProblem {
    ExpressionProblem(
      .wrongArity, at: range,
      Words(id: "banyaknya argumen, \(count), tidak sesuai", en: "the number of arguments, \(count), does not fit"),
      help: Parser.write(usage))
  }
}
