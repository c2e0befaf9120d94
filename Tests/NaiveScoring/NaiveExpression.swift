internal import RuleModel

/// The expressions of random years once more, worked out while they are read, in the order of the words: no tree, no types, no compiler.
struct NaiveExpression {
  enum Value: Equatable {
    case number(Fraction)
    case truth(Bool)
    case text(String)
    case list([Value])
    /// An observation is missing.
    case unknown
    case fault
  }

  /// Works out `text`; `value` says what stands behind a name.
  static func value(of text: String, _ value: @escaping (String) -> Value) -> Value {
    var expression = NaiveExpression(words: words(of: text), named: value)
    return expression.choice()
  }

  private let words: [String]
  private var next = 0
  private var named: (String) -> Value

  private init(words: [String], named: @escaping (String) -> Value) {
    self.words = words
    self.named = named
  }

  /// Names, numbers and quoted texts are words, and so is every sign; `&&`, `||` and comparisons have two characters.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isQuoted = false
    for letter in text {
      let last = words.last ?? " "
      if isQuoted {
        words[words.count - 1].append(letter)
      } else if letter == " " {
        words.append(" ")
        continue
      } else if isPartOfName(letter) && last.allSatisfy(isPartOfName) || ["&&", "||", "==", "!=", "<=", ">="].contains(last + "\(letter)") {
        words[words.count - 1].append(letter)
      } else {
        words.append("\(letter)")
      }
      if letter == "'" { isQuoted.toggle() }
    }
    return words.filter { $0 != " " }
  }

  private static func isPartOfName(_ letter: Character) -> Bool { letter.isLetter || letter.isNumber || letter == "_" || letter == "." }

  private mutating func takes(_ word: String) -> Bool {
    guard next < words.count, words[next] == word else { return false }
    next += 1
    return true
  }

  // MARK: Operators, the loosest first

  private mutating func choice() -> Value {
    let condition = either()
    guard takes("?") else { return condition }
    let yes = choice()
    _ = takes(":")
    let no = choice()
    return chosen(condition, yes, no)
  }

  private func chosen(_ condition: Value, _ yes: Value, _ no: Value) -> Value {
    if case .truth(let holds) = condition { holds ? yes : no } else { condition == .unknown ? .unknown : .fault }
  }

  private mutating func either() -> Value {
    var found = [both()]
    while takes("||") { found.append(both()) }
    return found.count == 1 ? found[0] : NaiveExpression.verdict(found, decidedBy: true)
  }

  private mutating func both() -> Value {
    var found = [comparison()]
    while takes("&&") { found.append(comparison()) }
    return found.count == 1 ? found[0] : NaiveExpression.verdict(found, decidedBy: false)
  }

  /// What decides wins, then what is missing, then what failed.
  private static func verdict(_ found: [Value], decidedBy decider: Bool) -> Value {
    for outcome in [Value.truth(decider), .unknown, .fault] where found.contains(outcome) { return outcome }
    return .truth(!decider)
  }

  private mutating func comparison() -> Value {
    let left = sum()
    for sign in ["==", "!=", "<=", ">=", "<", ">", "in"] where takes(sign) {
      return strictly([left, sum()]) { values in
        switch (sign, values[0], values[1]) {
        case ("==", let left, let right): .truth(left == right)
        case ("!=", let left, let right): .truth(left != right)
        case ("in", let left, .list(let items)): .truth(items.contains(left))
        case ("<", .number(let left), .number(let right)): .truth(left < right)
        case (">", .number(let left), .number(let right)): .truth(right < left)
        case ("<=", .number(let left), .number(let right)): .truth(!(right < left))
        case (">=", .number(let left), .number(let right)): .truth(!(left < right))
        default: .fault
        }
      }
    }
    return left
  }

  private mutating func sum() -> Value {
    var result = product()
    while let sign = ["+", "-"].first(where: { takes($0) }) {
      result = numbers([result, product()]) { .number(sign == "+" ? $0[0] + $0[1] : $0[0] - $0[1]) }
    }
    return result
  }

  private mutating func product() -> Value {
    var result = sign()
    while let operation = ["*", "/", "%"].first(where: { takes($0) }) {
      result = numbers([result, sign()]) { pair in
        if operation == "*" { return .number(pair[0] * pair[1]) }
        guard pair[1] != .zero else { return .fault }
        if operation == "/" { return .number(pair[0] / pair[1]) }
        guard pair[0].isWhole, pair[1].isWhole else { return .fault }
        return .number(pair[0] - pair[1] * naivelyRounded(pair[0] / pair[1], 0, .down))
      }
    }
    return result
  }

  private mutating func sign() -> Value {
    if takes("-") { return numbers([sign()]) { .number(.zero - $0[0]) } }
    guard takes("!") else { return operand() }
    return strictly([sign()]) { if case .truth(let holds) = $0[0] { .truth(!holds) } else { .fault } }
  }

  // MARK: Operands

  private mutating func operand() -> Value {
    if takes("(") {
      let value = choice()
      _ = takes(")")
      return value
    }
    if takes("[") { return strictly(arguments(until: "]")) { .list($0) } }
    let word = words[next]
    next += 1
    if let number = Fraction(decimal: word) { return .number(number) }
    if word.hasPrefix("'") { return .text(String(word.dropFirst().dropLast())) }
    if word == "true" || word == "false" { return .truth(word == "true") }
    guard takes("(") else { return named(word) }
    for macro in [".exists", ".all"] where word.hasSuffix(macro) {
      return each(String(word.dropLast(macro.count)), isAny: macro == ".exists")
    }
    return result(of: word, arguments(until: ")"))
  }

  private mutating func arguments(until end: String) -> [Value] {
    var values: [Value] = []
    while !takes(end) {
      values.append(choice())
      _ = takes(",")
    }
    return values
  }

  /// `list.exists(x, condition)` and `list.all(x, condition)`.
  private mutating func each(_ list: String, isAny: Bool) -> Value {
    let (name, begin, outer) = (words[next], next + 2, named)
    func holds(_ item: Value) -> Value {
      var inner = self
      (inner.next, inner.named) = (begin, { $0 == name ? item : outer($0) })
      return inner.choice()
    }
    // Once for nothing, to find the end.
    var dry = self
    dry.next = begin
    _ = dry.choice()
    next = dry.next + 1
    guard case .list(let items) = named(list) else { return .fault }
    return NaiveExpression.verdict(items.map(holds), decidedBy: isAny)
  }

  private func result(of function: String, _ values: [Value]) -> Value {
    switch function {
    case "if": return chosen(values[0], values[1], values[2])
    case "has": return values[0] == .fault ? .fault : .truth(values[0] != .unknown)
    case "size":
      if case .list(let items) = values[0] { return .number(Fraction(items.count)) } else { return values[0] }
    case "min", "max", "sum", "mean":
      let all = values.count == 1 ? values[0] : .list(values)
      guard case .list(let items) = all else { return NaiveExpression.isProblem(all) ? all : result(of: function, [.list(values)]) }
      return numbers(items) { numbers in
        let sum = numbers.reduce(.zero, +)
        if function == "sum" { return .number(sum) }
        guard !numbers.isEmpty else { return .fault }
        let sorted = numbers.sorted()
        return .number(function == "mean" ? sum / Fraction(numbers.count) : function == "min" ? sorted[0] : sorted[sorted.count - 1])
      }
    case "abs": return numbers(values) { .number($0[0] < .zero ? .zero - $0[0] : $0[0]) }
    case "floor": return numbers(values) { .number(naivelyRounded($0[0], 0, $0[0] < .zero ? .up : .down)) }
    case "ceil": return numbers(values) { .number(naivelyRounded($0[0], 0, $0[0] < .zero ? .down : .up)) }
    case "clamp":
      return numbers(values) { $0[2] < $0[1] ? .fault : .number($0[0] < $0[1] ? $0[1] : $0[2] < $0[0] ? $0[2] : $0[0]) }
    case "round":
      let mode: RoundingMode? = if values.count == 3, case .text(let name) = values[2] { RoundingMode(rawValue: name) } else { .halfUp }
      return numbers(Array(values.prefix(2))) { .number(naivelyRounded($0[0], $0[1].int ?? 0, mode ?? .halfUp)) }
    default: return .fault
    }
  }

  // MARK: Values

  private static func isProblem(_ value: Value) -> Bool { value == .fault || value == .unknown }

  /// What `body` makes of values, unless one of them failed or is missing.
  private func strictly(_ values: [Value], _ body: ([Value]) -> Value) -> Value {
    values.contains(.fault) ? .fault : values.contains(.unknown) ? .unknown : body(values)
  }

  private func numbers(_ values: [Value], _ body: ([Fraction]) -> Value) -> Value {
    strictly(values) { values in
      let numbers = values.compactMap { value -> Fraction? in if case .number(let number) = value { number } else { nil } }
      return numbers.count == values.count ? body(numbers) : .fault
    }
  }
}
