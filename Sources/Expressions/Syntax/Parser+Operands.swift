internal import RuleDiagnostics

extension Parser {
  /// Reads a literal, a name, a call, a list or something in parentheses.
  mutating func operand() throws(ExpressionProblem) -> Node {
    let start = token.range.lowerBound
    switch token.kind {
    case .number(let value):
      try advance()
      return try node(.number(value), from: start)
    case .string(let value):
      try advance()
      return try node(.string(value), from: start)
    case .name(let name):
      return try named(name)
    case .symbol(.open):
      try advance()
      let inner = try expression()
      try expect(.close)
      return inner.placed(at: start..<lastEnd)
    case .symbol(.openBracket):
      try advance()
      if token.kind == .symbol(.question) { throw optional() }
      let items = try expressions(until: .closeBracket, allowsFinalComma: true)
      return try node(.list(items), from: start)
    case .symbol(.dot):
      throw .outside(
        Words(id: "nama yang diawali titik", en: "a name that begins with a dot"), at: token.range,
        help: Words(id: "hapus titiknya", en: "remove the dot"))
    default:
      throw unexpected(expecting: nil)
    }
  }

  /// Reads expressions between commas, and the symbol that closes them.
  mutating func expressions(until end: Symbol, allowsFinalComma: Bool = false) throws(ExpressionProblem) -> [Node] {
    var items: [Node] = []
    if try accept(end) { return items }
    repeat {
      if allowsFinalComma, !items.isEmpty, token.kind == .symbol(end) { break }
      items.append(try expression())
    } while try accept(.comma)
    try expect(end)
    return items
  }

  private mutating func named(_ name: String) throws(ExpressionProblem) -> Node {
    let range = token.range
    switch name {
    case "true", "false":
      try advance()
      return try node(.boolean(name == "true"), from: range.lowerBound)
    case "null":
      try advance()
      return try node(.null, from: range.lowerBound)
    case "in":
      throw unexpected(expecting: nil)
    default:
      try advance()
      if try accept(.open) { return try call(name, at: range) }
      guard !ReservedWord.kept.contains(name) else {
        throw ExpressionProblem(
          .syntax, at: range,
          Words(id: "`\(name)` adalah kata cadangan dan tidak dapat menjadi nama", en: "`\(name)` is a reserved word and names nothing"),
          help: name == "if" ? Words(id: "tulis `if(syarat, a, b)`", en: "write `if(condition, a, b)`") : nil)
      }
      return try node(.name(name), from: range.lowerBound)
    }
  }

  /// Reads what follows a dot: a member or a method.
  mutating func member(of base: Node) throws(ExpressionProblem) -> Node {
    if token.kind == .symbol(.question) { throw optional() }
    let range = token.range
    guard case .name(let name) = token.kind, !ReservedWord.keywords.contains(name) else {
      throw unexpected(expecting: Words(id: "nama sesudah titik", en: "a name after the dot"))
    }
    try advance()
    if try accept(.open) { return try method(name, of: base, at: range) }
    if case .name("google") = base.form, name == "protobuf" {
      throw .outside(Words(same: "`google.protobuf`"), at: base.range.lowerBound..<range.upperBound)
    }
    return try node(.member(base, name), from: base.range.lowerBound)
  }
}
