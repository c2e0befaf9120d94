extension Term {
  /// How many numbers, columns and conditions it is written with. Complexity: linear in that.
  var size: Int {
    switch self {
    case .column, .number, .nothing: 1
    case .recorded(let term), .total(let term), .count(let term), .smallest(let term), .largest(let term): 1 + term.size
    case .sum(let terms): terms.map(\.size).reduce(1, +)
    case .product(let left, let right), .quotient(let left, let right), .remainder(let left, let right): 1 + left.size + right.size
    case .choice(let arms, let otherwise): arms.map { $0.condition.size + $0.term.size }.reduce(1 + otherwise.size, +)
    case .window(let term, let terms), .place(let term, let terms): terms.map(\.size).reduce(1 + term.size, +)
    }
  }
}

extension Condition {
  /// The same for a condition.
  fileprivate var size: Int {
    switch self {
    case .compare(let left, _, let right): 1 + left.size + right.size
    case .isNothing(let term), .isSomething(let term): 1 + term.size
    case .all(let conditions), .any(let conditions): conditions.map(\.size).reduce(1, +)
    case .not(let condition), .isUnknown(let condition): 1 + condition.size
    case .isOneOf, .areSame, .isFilled, .isNoText, .always: 1
    }
  }
}
