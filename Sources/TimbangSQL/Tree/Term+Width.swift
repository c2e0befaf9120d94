extension Term {
  /// Whether engines take it for a number of 64 bits, by what stands in it. The columns of steps are such numbers; of tables that are read,
  /// joined or written out it is not known.
  ///
  /// What is not wide is small all the same: numbers below 10,000 and sums of them.
  var isWide: Bool {
    switch self {
    case .column(_, let relation): relation == nil || relation == Pipeline.own
    case .number(let number): number.magnitude >= 10_000
    case .nothing: false
    case .recorded(let term), .smallest(let term), .largest(let term): term.isWide
    case .sum(let terms): terms.contains(where: \.isWide)
    case .product(let left, let right), .quotient(let left, let right), .remainder(let left, let right): left.isWide || right.isWide
    case .choice(let arms, let otherwise): otherwise.isWide || arms.contains { $0.term.isWide }
    case .total, .count, .place: true
    case .window(.total, _): false
    case .window(let term, _): term.isWide
    }
  }

  /// Whether it is wide by more than being a number that is written out.
  var isTyped: Bool {
    if case .number = self { return false }
    return isWide
  }

  var isColumn: Bool {
    if case .column = self { return true }
    return false
  }
}
