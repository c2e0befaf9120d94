internal import RuleDiagnostics

extension Parser {
  /// Reads the arguments of `name(..)`, whose parenthesis is open.
  mutating func call(_ name: String, at range: Range<Int>) throws(ExpressionProblem) -> Node {
    if name != "if", name != "has" { try checkFunction(name, at: range) }
    let arguments = try expressions(until: .close)
    return try call(name, arguments, from: range.lowerBound)
  }

  private func call(_ name: String, _ arguments: [Node], from start: Int) throws(ExpressionProblem) -> Node {
    if name == "has" { return try presence(arguments, from: start) }
    if let function = Function(rawValue: name) { return try call(function, arguments, from: start) }
    guard arguments.count == 3 else { throw wrongArity("if(condition, a, b)", arguments.count, at: start..<lastEnd) }
    return try node(.conditional(arguments[0], arguments[1], arguments[2]), from: start)
  }

  /// Refuses what is no function, or is written behind its first argument.
  private func checkFunction(_ name: String, at range: Range<Int>) throws(ExpressionProblem) {
    guard let function = Function(rawValue: name) else {
      throw outsideFunction(name, at: range, help: Macro(rawValue: name).map { Parser.write($0.usage) })
    }
    guard !function.isMethod else { throw outsideFunction(name, at: range, help: Parser.write(function.usage)) }
  }

  /// Reads the arguments of `base.name(..)`, whose parenthesis is open.
  mutating func method(_ name: String, of base: Node, at range: Range<Int>) throws(ExpressionProblem) -> Node {
    if let macro = Macro(rawValue: name) { return try comprehension(macro, over: base, at: range) }
    guard let function = Function(rawValue: name), function.isMethod || function == .size else {
      throw outsideFunction(name, at: range, help: Function(rawValue: name).map { Parser.write($0.usage) })
    }
    let arguments = try expressions(until: .close)
    return try call(function, [base] + arguments, from: base.range.lowerBound)
  }

  private func call(_ function: Function, _ arguments: [Node], from start: Int) throws(ExpressionProblem) -> Node {
    guard function.arity.contains(arguments.count) else { throw wrongArity(function.usage, arguments.count, at: start..<lastEnd) }
    return try node(.call(function, arguments), from: start)
  }

  /// Makes `has(name)` or `has(a.b)`.
  private func presence(_ arguments: [Node], from start: Int) throws(ExpressionProblem) -> Node {
    guard arguments.count == 1, let argument = arguments.first else {
      throw wrongArity("has(name)", arguments.count, at: start..<lastEnd)
    }
    switch argument.form {
    case .name, .member: return try node(.has(argument), from: start)
    default:
      throw ExpressionProblem(
        .badArgument, at: argument.range,
        Words(id: "`has` menanyakan satu nama, seperti `has(a.b)`", en: "`has` asks for a name, such as `has(a.b)`"))
    }
  }

  /// Reads `(x, condition)`, or for `map` also `(x, result)` and `(x, condition, result)`, behind its parenthesis.
  private mutating func comprehension(_ macro: Macro, over list: Node, at range: Range<Int>) throws(ExpressionProblem) -> Node {
    let arguments = try expressions(until: .close)
    return try comprehension(macro, over: list, arguments, at: range)
  }

  private func comprehension(
    _ macro: Macro, over list: Node, _ arguments: [Node], at range: Range<Int>
  ) throws(ExpressionProblem) -> Node {
    let isMap = macro == .map
    guard arguments.count == 2 || (isMap && arguments.count == 3) else {
      throw wrongArity(macro.usage, arguments.count, at: range.lowerBound..<lastEnd)
    }
    guard case .name(let variable) = arguments[0].form else {
      throw ExpressionProblem(
        .badArgument, at: arguments[0].range,
        Words(
          id: "yang pertama dalam `\(macro.rawValue)` adalah nama bagi setiap butir",
          en: "the first argument of `\(macro.rawValue)` is a name for each item"),
        help: Parser.write(macro.usage))
    }
    let loop = Node.Comprehension(
      macro: macro, list: list, variable: variable, condition: isMap && arguments.count == 2 ? nil : arguments[1],
      result: isMap ? arguments.last : nil)
    return try node(.comprehension(loop), from: list.range.lowerBound)
  }
}
