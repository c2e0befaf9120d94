internal import Expressions
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// Writes the formulas and conditions that whole numbers can do.
struct ExpressionCompiler {
  private let compiler: Compiler
  private let part: Int
  private let rung: Int
  private let place: SourceRange
  private let names: VisibleNames
  private var arithmetic: Arithmetic { compiler.arithmetic }

  /// What an expression comes to.
  private enum Typed {
    case number(Amount)
    case condition(Condition)
    case text(TextTerm)
    case words([String])
    case numbers([Amount])
  }

  init(_ compiler: Compiler, part: Int, rung: Int, place: SourceRange) {
    (self.compiler, self.part, self.rung, self.place) = (compiler, part, rung, place)
    names = VisibleNames(in: compiler.edition, from: rung)
  }

  /// A formula as a number.
  mutating func number(_ text: String) throws(Refusal) -> Amount {
    guard case .success(let expression) = Expression.parse(text) else { throw refusal("null", "null") }
    return try number(expression.root)
  }

  /// An expression that holds or does not.
  mutating func condition(_ text: String) throws(Refusal) -> Condition {
    guard case .success(let expression) = Expression.parse(text) else { throw refusal("null", "null") }
    return try condition(expression.root)
  }

  private func number(_ node: Node) throws(Refusal) -> Amount {
    if case .number(let amount) = try typed(node) { return amount }
    throw refusal("bukan bilangan", "what is no number")
  }

  private func condition(_ node: Node) throws(Refusal) -> Condition {
    if case .condition(let condition) = try typed(node) { return condition }
    throw refusal("bukan syarat", "what is no condition")
  }

  private func refusal(_ id: String, _ en: String) -> Refusal {
    let name = compiler.parts[part].id.value
    let words = "&& || ! in has if min max clamp abs"
    return Refusal(
      .sqlNotCompilable, at: place,
      Words(
        id: "ungkapan `\(name)` memuat \(id), yang tidak dapat ditulis sebagai bilangan bulat SQL",
        en: "the expression of `\(name)` holds \(en), which cannot be written in whole numbers of SQL"),
      help: Words(
        id: "yang dapat: bilangan, bidang jenjang ini atau di atasnya, + - *, / dengan tetapan, perbandingan, \(words)",
        en: "what can: numbers, fields of this rung or above, + - *, / by a constant, comparisons, \(words)"))
  }

  private func constant(_ value: Fraction) throws(Refusal) -> Amount {
    let portion = try arithmetic.portion(value)
    return Amount(
      term: .number(try arithmetic.fitting(portion.numerator)), scale: portion.denominator, low: portion.numerator, high: portion.numerator,
      isAlways: true)
  }

  private func typed(_ node: Node) throws(Refusal) -> Typed {
    switch node.form {
    case .number(let value): return .number(try constant(value))
    case .string(let value): return .text(.literal(value))
    case .boolean(let value): return .condition(.always(value))
    case .name(let name): return try named(name)
    case .member(let base, let name):
      guard case .name(let rung) = base.form else { throw refusal("anggota", "members") }
      return try named("\(rung).\(name)")
    case .not(let operand): return .condition(.not(try condition(operand)))
    case .negation(let operand): return .number(try arithmetic.line(number(operand), slope: Fraction(-1), start: .zero))
    case .has(let operand):
      switch try typed(operand) {
      case .number(let amount): return .condition(.isSomething(amount.term))
      case .text(let text): return .condition(.isFilled(.orEmpty(text)))
      case .condition(.compare(let cell, .notEqual, .number(0))): return .condition(.isSomething(cell))
      default: throw refusal("`has` atas ungkapan", "`has` of an expression")
      }
    case .list(let items): return try list(items)
    case .chain(let first, let links): return try chain(first, links)
    case .conditional(let test, let yes, let no):
      let holds = try condition(test)
      let (left, right) = try same(number(yes), number(no))
      return .number(
        Amount(
          term: .choice([Term.Arm(holds, left.term), Term.Arm(.not(holds), right.term)], otherwise: .nothing), scale: left.scale,
          low: min(left.low, right.low), high: max(left.high, right.high), isAlways: false))
    case .call(let function, let arguments): return .number(try call(function, arguments))
    case .null, .element, .comprehension: throw refusal("daftar atau null", "lists or null")
    }
  }

  private func list(_ items: [Node]) throws(Refusal) -> Typed {
    var words: [String] = []
    var numbers: [Amount] = []
    for item in items {
      switch item.form {
      case .string(let word): words.append(word)
      case .number(let number): numbers.append(try constant(number))
      default: throw refusal("daftar ungkapan", "a list of expressions")
      }
    }
    return numbers.isEmpty ? .words(words) : .numbers(numbers)
  }

  private func named(_ name: String) throws(Refusal) -> Typed {
    switch names.sources[name] {
    case .kind(let height): return .text(.column(compiler.kindName(height)))
    case .field(let id):
      guard let column = compiler.plan.fields.firstIndex(where: { $0.id == id }), compiler.plan.fields[column].rung <= rung else {
        throw refusal("daftar nilai jenjang di bawahnya (`\(name)`)", "the list of values of a rung below (`\(name)`)")
      }
      let cell = compiler.cell(column, on: rung)
      switch compiler.edition.fields[column].kind {
      case .yesNo: return .condition(.compare(cell.term, .notEqual, .number(0)))
      case .number, .count, .level: return .number(cell)
      case .choice, .text: throw refusal("teks (`\(name)`)", "a text (`\(name)`)")
      }
    case nil: throw refusal("nama `\(name)`", "the name `\(name)`")
    }
  }

  /// Two numbers on one scale.
  private func same(_ left: Amount, _ right: Amount) throws(Refusal) -> (Amount, Amount) {
    var (left, right) = (left, right)
    try arithmetic.refine(&left, by: right.scale)
    try arithmetic.refine(&right, by: left.scale)
    return (left, right)
  }

  private func chain(_ first: Node, _ links: [Node.Link]) throws(Refusal) -> Typed {
    guard let sign = links.first?.sign else { return try typed(first) }
    switch sign.level {
    case .and: return .condition(.all(try ([first] + links.map(\.operand)).map { node throws(Refusal) in try condition(node) }))
    case .or: return .condition(.any(try ([first] + links.map(\.operand)).map { node throws(Refusal) in try condition(node) }))
    case .relation:
      guard links.count == 1 else { throw refusal("perbandingan berantai", "a chain of comparisons") }
      return .condition(try relation(typed(first), sign, typed(links[0].operand)))
    case .sum, .product:
      var result = try number(first)
      for link in links { result = try combined(result, link.sign, link.operand) }
      return .number(result)
    }
  }

  private func relation(_ left: Typed, _ sign: BinaryOperator, _ right: Typed) throws(Refusal) -> Condition {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      let (left, right) = try same(left, right)
      guard let comparison = Condition.Comparison(sign) else { throw refusal("`\(sign.rawValue)`", "`\(sign.rawValue)`") }
      return .compare(left.term, comparison, right.term)
    case (.text(let left), .text(let right)) where sign == .equal: return .areSame(left, right)
    case (.text(let left), .text(let right)) where sign == .notEqual: return .not(.areSame(left, right))
    case (.text(let text), .words(let words)) where sign == .isIn: return .isOneOf(text, words)
    case (.number(let number), .numbers(let others)) where sign == .isIn:
      return .any(
        try others.map { other throws(Refusal) in
          let (left, right) = try same(number, other)
          return .compare(left.term, .equal, right.term)
        })
    default: throw refusal("perbandingan itu (`\(sign.rawValue)`)", "that comparison (`\(sign.rawValue)`)")
    }
  }

  private func combined(_ left: Amount, _ sign: BinaryOperator, _ node: Node) throws(Refusal) -> Amount {
    let right = try number(node)
    switch sign {
    case .add, .subtract:
      let (left, right) = try same(left, right)
      let sign = sign == .add ? 1 : -1
      let ends = sign == 1 ? (left.low + right.low, left.high + right.high) : (left.low - right.high, left.high - right.low)
      _ = try (arithmetic.fitting(ends.0), arithmetic.fitting(ends.1))
      return Amount(
        term: left.term + sign * right.term, scale: left.scale, low: ends.0, high: ends.1, isAlways: left.isAlways && right.isAlways)
    case .multiply:
      let ends = try [(left.low, right.low), (left.low, right.high), (left.high, right.low), (left.high, right.high)].map {
        a, b throws(Refusal) in try arithmetic.product(a, b)
      }
      let term: Term
      switch (left.term, right.term) {
      case (.number(let factor), let other), (let other, .number(let factor)): term = factor * other
      default: term = .product(left.term, right.term)
      }
      return Amount(
        term: term, scale: try arithmetic.product(left.scale, right.scale, in: 1 << 62), low: ends.min() ?? 0, high: ends.max() ?? 0,
        isAlways: left.isAlways && right.isAlways)
    case .divide:
      guard case .number(let divisor) = right.term, divisor != 0 else {
        throw refusal("pembagi yang berubah-ubah", "a divisor that varies")
      }
      let slope = Fraction(Int(right.scale)) / Fraction(divisor)
      return try arithmetic.line(left, slope: slope, start: .zero)
    default: throw refusal("`\(sign.rawValue)`", "`\(sign.rawValue)`")
    }
  }

  private func call(_ function: Function, _ arguments: [Node]) throws(Refusal) -> Amount {
    let values = try arguments.map { node throws(Refusal) in try number(node) }
    func extreme(_ values: [Amount], isLeast: Bool) throws(Refusal) -> Amount {
      let known = values.map { value in
        var value = value
        value.isAlways = true
        return value
      }
      var result = try arithmetic.divided(arithmetic.extreme(known, isLeast: isLeast)).amount
      guard result.slack == 0, result.excess == 0 else { throw arithmetic.tooLarge }
      result.isAlways = values.allSatisfy(\.isAlways)
      let optional = values.filter { !$0.isAlways }.map { Condition.isNothing($0.term) }
      if !optional.isEmpty { result.term = .choice([Term.Arm(.any(optional), .nothing)], otherwise: result.term) }
      // Each comparison writes both sides anew.
      guard result.term.size <= 2000 else {
        throw refusal("`\(function.rawValue)` yang terlalu bersarang", "`\(function.rawValue)` nested too deeply")
      }
      return result
    }
    switch (function, values.count) {
    case (.min, 2...): return try extreme(values, isLeast: true)
    case (.max, 2...): return try extreme(values, isLeast: false)
    case (.clamp, 3): return try extreme([extreme([values[0], values[1]], isLeast: false), values[2]], isLeast: true)
    case (.abs, 1):
      return try extreme([values[0], arithmetic.line(values[0], slope: Fraction(-1), start: .zero)], isLeast: false)
    default: throw refusal("`\(function.rawValue)`", "`\(function.rawValue)`")
    }
  }
}

extension Condition.Comparison {
  init?(_ sign: BinaryOperator) {
    switch sign {
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    default: return nil
    }
  }
}
