/// An operator between two operands. All group from the left.
package enum BinaryOperator: String, Sendable, CaseIterable {
  case or = "||"
  case and = "&&"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case isIn = "in"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"

  /// How tightly an operator binds.
  package enum Level: Int, Sendable {
    case or = 1
    case and
    case relation
    case sum
    case product

    /// The level of `!` and `-` before an operand.
    static let prefix = 6
    /// The level of members, elements and methods.
    static let postfix = 7
  }

  /// How tightly this operator binds.
  package var level: Level {
    switch self {
    case .or: .or
    case .and: .and
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .isIn: .relation
    case .add, .subtract: .sum
    case .multiply, .divide, .remainder: .product
    }
  }

  /// The same relation with its sides changed, or its opposite: what narrowing a range needs to know.
  var mirrored: BinaryOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }

  /// The relation that holds exactly where this one does not; nil for operators that have none.
  var opposite: BinaryOperator? {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equal: .notEqual
    case .notEqual: .equal
    default: nil
    }
  }

  /// Makes the operator that a token stands for.
  init?(_ token: Token) {
    switch token.kind {
    case .symbol(let symbol): self.init(rawValue: symbol.rawValue)
    case .name("in"): self = .isIn
    default: return nil
    }
  }
}
