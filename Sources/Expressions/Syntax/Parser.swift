internal import RuleDiagnostics

/// Reads an expression into a tree by the binding strength of its operators.
///
/// The grammar is CEL's: a condition between `?` and `:` is no conditional unless in parentheses, relations group from the left.
struct Parser {
  private var scanner: Scanner
  /// The token in front of us.
  private(set) var token: Token
  /// Where the token before it ended.
  private(set) var lastEnd = 0
  /// How deep in parentheses, lists, arguments and conditionals we are.
  private var nesting = 0

  private init(_ text: String) throws(ExpressionProblem) {
    scanner = Scanner(text)
    token = try scanner.next()
  }

  /// Reads a whole text.
  static func tree(of text: String) throws(ExpressionProblem) -> Node {
    guard text.utf8.count <= Limits.textBytes else {
      let end = text.unicodeScalars.count
      throw ExpressionProblem(
        .tooLong, at: end..<end,
        Words(
          id: "ungkapan lebih panjang dari \(Limits.textBytes) bita", en: "the expression is longer than \(Limits.textBytes) bytes"))
    }
    var parser = try Parser(text)
    let node = try parser.expression()
    guard parser.token.kind == .end else { throw parser.unexpected(expecting: nil) }
    return node
  }

  /// Reads `a ? b : c` or anything that binds tighter.
  mutating func expression() throws(ExpressionProblem) -> Node {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Limits.depth else { throw tooDeep(at: token.range) }
    let condition = try operation(from: BinaryOperator.Level.or.rawValue)
    guard try accept(.question) else { return condition }
    let yes = try operation(from: BinaryOperator.Level.or.rawValue)
    try expect(.colon)
    let no = try expression()
    return try node(.conditional(condition, yes, no), from: condition.range.lowerBound)
  }

  /// Reads operators that bind at least as tightly as `level`.
  private mutating func operation(from level: Int) throws(ExpressionProblem) -> Node {
    var left = try signed()
    while let current = BinaryOperator(token)?.level, current.rawValue >= level {
      var links: [Node.Link] = []
      while let sign = BinaryOperator(token), sign.level == current {
        try advance()
        let tighter = current.rawValue + 1
        let operand = tighter < BinaryOperator.Level.prefix ? try operation(from: tighter) : try signed()
        links.append(Node.Link(sign: sign, operand: operand))
      }
      left = try checked(Node(chain: left, links, at: left.range.lowerBound..<lastEnd))
    }
    return left
  }

  /// Reads `!` and `-` before an operand.
  private mutating func signed() throws(ExpressionProblem) -> Node {
    var signs: [(symbol: Symbol, start: Int)] = []
    while case .symbol(let symbol) = token.kind, symbol == .not || symbol == .minus {
      signs.append((symbol, token.range.lowerBound))
      try advance()
    }
    var node = try postfixed()
    for sign in signs.reversed() {
      node = try self.node(sign.symbol == .not ? .not(node) : .negation(node), from: sign.start)
    }
    return node
  }

  /// Reads members, elements and methods behind an operand.
  private mutating func postfixed() throws(ExpressionProblem) -> Node {
    var node = try operand()
    while true {
      if try accept(.dot) {
        node = try member(of: node)
      } else if try accept(.openBracket) {
        node = try element(of: node)
      } else {
        return node
      }
    }
  }

  private mutating func element(of base: Node) throws(ExpressionProblem) -> Node {
    if token.kind == .symbol(.question) { throw optional() }
    let index = try expression()
    try expect(.closeBracket)
    if case .string(let key) = index.form, ReservedWord.allowsName(key) {
      return try node(.member(base, key), from: base.range.lowerBound)
    }
    return try node(.element(base, index), from: base.range.lowerBound)
  }

  // MARK: Tokens

  /// Goes to the next token.
  mutating func advance() throws(ExpressionProblem) {
    lastEnd = token.range.upperBound
    token = try scanner.next()
  }

  /// Goes on if `symbol` is in front of us, and tells whether it was.
  mutating func accept(_ symbol: Symbol) throws(ExpressionProblem) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    try advance()
    return true
  }

  /// Goes on if `symbol` is in front of us, and refuses anything else.
  mutating func expect(_ symbol: Symbol) throws(ExpressionProblem) {
    guard try accept(symbol) else { throw unexpected(expecting: "`\(symbol.rawValue)`") }
  }

  // MARK: Nodes

  /// Makes a node that begins at `start` and ends with the last token read.
  func node(_ form: Node.Form, from start: Int) throws(ExpressionProblem) -> Node {
    try checked(Node(form, at: start..<lastEnd))
  }

  private func checked(_ node: Node) throws(ExpressionProblem) -> Node {
    guard node.depth <= Limits.depth else { throw tooDeep(at: node.range) }
    return node
  }

  private func tooDeep(at range: Range<Int>) -> ExpressionProblem {
    ExpressionProblem(
      .tooDeep, at: range,
      Words(
        id: "ungkapan bersarang lebih dari \(Limits.depth) tingkat", en: "the expression is nested more than \(Limits.depth) levels deep"))
  }

  /// The source of the token in front of us.
  var written: String { scanner.text(in: token.range) }

  /// The whole text.
  var scalars: [Unicode.Scalar] { scanner.scalars }
}
