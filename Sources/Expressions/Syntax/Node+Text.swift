internal import RuleModel

extension Node {
  /// The canonical text: no needless parenthesis, one blank around operators, single quotes. Reading it gives the same tree.
  var text: String {
    var out = ""
    write(to: &out, within: 0)
    return out
  }

  /// How tightly this node holds together; 0 for a conditional.
  private var strength: Int {
    switch form {
    case .conditional: 0
    case .chain(_, let links): links.first?.sign.level.rawValue ?? 0
    case .not, .negation: BinaryOperator.Level.prefix
    case .number: BinaryOperator.Level.prefix
    default: BinaryOperator.Level.postfix
    }
  }

  /// Writes this node, in parentheses if it holds together less than its surroundings ask.
  private func write(to out: inout String, within required: Int) {
    let isLoose = strength < required
    if isLoose { out += "(" }
    writeForm(to: &out)
    if isLoose { out += ")" }
  }

  private func writeForm(to out: inout String) {
    switch form {
    case .number(let value): out += value.decimalText(atMost: Fraction.longestText)
    case .string(let value): Node.write(value, to: &out)
    case .boolean(let value): out += value ? "true" : "false"
    case .null: out += "null"
    case .name(let name): out += name
    case .list(let items): Node.write(items, between: "[", and: "]", to: &out)
    case .member(let base, let name):
      base.write(to: &out, within: BinaryOperator.Level.postfix)
      out += "." + name
    case .element(let base, let index):
      base.write(to: &out, within: BinaryOperator.Level.postfix)
      Node.write([index], between: "[", and: "]", to: &out)
    case .not(let operand), .negation(let operand):
      if case .not = form { out += "!" } else { out += "-" }
      operand.write(to: &out, within: BinaryOperator.Level.prefix)
    case .chain(let first, let links):
      first.write(to: &out, within: strength)
      for link in links {
        out += " \(link.sign.rawValue) "
        link.operand.write(to: &out, within: strength + 1)
      }
    case .conditional(let condition, let yes, let no):
      condition.write(to: &out, within: 1)
      out += " ? "
      yes.write(to: &out, within: 1)
      out += " : "
      no.write(to: &out, within: 0)
    case .call(let function, let arguments): Node.write(function, arguments, to: &out)
    case .has(let operand): Node.write([operand], between: "has(", and: ")", to: &out)
    case .comprehension(let loop):
      loop.list.write(to: &out, within: BinaryOperator.Level.postfix)
      out += ".\(loop.macro.rawValue)(\(loop.variable)"
      for part in [loop.condition, loop.result].compactMap(\.self) {
        out += ", "
        part.write(to: &out, within: 0)
      }
      out += ")"
    }
  }

  private static func write(_ function: Function, _ arguments: [Node], to out: inout String) {
    guard function.isMethod, let base = arguments.first else {
      write(arguments, between: function.rawValue + "(", and: ")", to: &out)
      return
    }
    base.write(to: &out, within: BinaryOperator.Level.postfix)
    write(Array(arguments.dropFirst()), between: ".\(function.rawValue)(", and: ")", to: &out)
  }

  private static func write(_ items: [Node], between open: String, and close: String, to out: inout String) {
    out += open
    for (index, item) in items.enumerated() {
      if index > 0 { out += ", " }
      item.write(to: &out, within: 0)
    }
    out += close
  }

  private static func write(_ text: String, to out: inout String) {
    out += "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": out += "\\'"
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "'"
  }
}
