internal import RuleDiagnostics

extension Parser {
  /// Reads a literal, a name, a call, a list or something in parentheses.
  ///
  /// What nests has a function of its own, here and in the other files of the parser: small frames let the deepest expression be read
  /// on a small stack.
  mutating func operand() throws(ExpressionProblem) -> Node {
    switch token.kind {
    case .name(let name): return try named(name)
    case .symbol(.open): return try parenthesised()
    case .symbol(.openBracket): return try list()
    default: return try literal()
    }
  }

  private mutating func literal() throws(ExpressionProblem) -> Node {
    let start = token.range.lowerBound
    switch token.kind {
    case .number(let value):
      try advance()
      return try node(.number(value), from: start)
    case .string(let value):
      try advance()
      return try node(.string(value), from: start)
    case .symbol(.dot):
      throw .outside(
        Words(id: "nama yang diawali titik", en: "a name that begins with a dot"), at: token.range,
        help: Words(id: "hapus titiknya", en: "remove the dot"))
    default:
      throw unexpected(expecting: nil)
    }
  }

  private mutating func parenthesised() throws(ExpressionProblem) -> Node {
    let start = token.range.lowerBound
    try advance()
    let inner = try expression()
    try expect(.close)
    return inner.placed(at: start..<lastEnd)
  }

  private mutating func list() throws(ExpressionProblem) -> Node {
    let start = token.range.lowerBound
    try advance()
    if token.kind == .symbol(.question) { throw optional() }
    let items = try expressions(until: .closeBracket, allowsFinalComma: true)
    return try node(.list(items), from: start)
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
    guard name != "in" else { throw unexpected(expecting: nil) }
    try advance()
    if !ReservedWord.keywords.contains(name), try accept(.open) { return try call(name, at: range) }
    return try plain(name, at: range)
  }

  /// A name that is no call: a literal, or the name of a value.
  private func plain(_ name: String, at range: Range<Int>) throws(ExpressionProblem) -> Node {
    switch name {
    case "true", "false": return try node(.boolean(name == "true"), from: range.lowerBound)
    case "null": return try node(.null, from: range.lowerBound)
    default:
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
    let range = token.range
    let name = try memberName()
    try advance()
    if try accept(.open) { return try method(name, of: base, at: range) }
    return try member(name, of: base)
  }

  private func memberName() throws(ExpressionProblem) -> String {
    if token.kind == .symbol(.question) { throw optional() }
    guard case .name(let name) = token.kind, !ReservedWord.keywords.contains(name) else {
      throw unexpected(expecting: Words(id: "nama sesudah titik", en: "a name after the dot"))
    }
    return name
  }

  private func member(_ name: String, of base: Node) throws(ExpressionProblem) -> Node {
    if case .name("google") = base.form, name == "protobuf" {
      throw .outside(Words(same: "`google.protobuf`"), at: base.range.lowerBound..<lastEnd)
    }
    return try node(.member(base, name), from: base.range.lowerBound)
  }
}
