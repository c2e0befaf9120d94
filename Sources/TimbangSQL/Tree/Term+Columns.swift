/// What stands in the place of the columns of a relation, by name: numbers and texts.
struct Substitution {
  /// For a column of a name, of a relation where several are joined.
  var number: (String, String?) -> Term
  var text: (String, String?) -> TextTerm
}

extension Term {
  /// The term with other terms in the place of its columns. Complexity: linear in its size.
  func replacing(_ columns: Substitution) -> Term {
    switch self {
    case .column(let name, let relation): columns.number(name, relation)
    case .number, .nothing: self
    case .recorded(let term): .recorded(term.replacing(columns))
    case .sum(let terms): .sum(terms.map { $0.replacing(columns) })
    case .product(.number(let factor), let term): factor * term.replacing(columns)
    case .product(let left, let right): .product(left.replacing(columns), right.replacing(columns))
    case .quotient(let left, let right): .quotient(left.replacing(columns), right.replacing(columns))
    case .remainder(let left, let right): .remainder(left.replacing(columns), right.replacing(columns))
    case .choice(let arms, let otherwise):
      .choice(
        arms.map { Arm($0.condition.replacing(columns), $0.term.replacing(columns)) }, otherwise: otherwise.replacing(columns))
    case .total(let term): .total(term.replacing(columns))
    case .count(let term): .count(term.replacing(columns))
    case .smallest(let term): .smallest(term.replacing(columns))
    case .largest(let term): .largest(term.replacing(columns))
    case .window(let term, let over): .window(term.replacing(columns), over: over.map { $0.replacing(columns) })
    case .place(let term, let over): .place(by: term.replacing(columns), over: over.map { $0.replacing(columns) })
    }
  }

  /// Whether it looks at other rows than its own.
  var looksAround: Bool {
    switch self {
    case .column, .number, .nothing: false
    case .recorded(let term): term.looksAround
    case .sum(let terms): terms.contains(where: \.looksAround)
    case .product(let left, let right), .quotient(let left, let right), .remainder(let left, let right):
      left.looksAround || right.looksAround
    case .choice(let arms, let otherwise): otherwise.looksAround || arms.contains { $0.term.looksAround || $0.condition.looksAround }
    case .total, .count, .smallest, .largest, .window, .place: true
    }
  }
}

extension Condition {
  /// The same for a condition.
  func replacing(_ columns: Substitution) -> Condition {
    switch self {
    case .compare(let left, let comparison, let right): .compare(left.replacing(columns), comparison, right.replacing(columns))
    case .isNothing(let term): .isNothing(term.replacing(columns))
    case .isSomething(let term): .isSomething(term.replacing(columns))
    case .all(let conditions): .all(conditions.map { $0.replacing(columns) })
    case .any(let conditions): .any(conditions.map { $0.replacing(columns) })
    case .not(let condition): .not(condition.replacing(columns))
    case .isUnknown(let condition): .isUnknown(condition.replacing(columns))
    case .isOneOf(let text, let words): .isOneOf(text.replacing(columns), words)
    case .areSame(let left, let right): .areSame(left.replacing(columns), right.replacing(columns))
    case .isFilled(let text): .isFilled(text.replacing(columns))
    case .isNoText(let text): .isNoText(text.replacing(columns))
    case .always: self
    }
  }

  fileprivate var looksAround: Bool {
    switch self {
    case .compare(let left, _, let right): left.looksAround || right.looksAround
    case .isNothing(let term), .isSomething(let term): term.looksAround
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.looksAround)
    case .not(let condition), .isUnknown(let condition): condition.looksAround
    case .isOneOf(let text, _), .isFilled(let text), .isNoText(let text): text.looksAround
    case .areSame(let left, let right): left.looksAround || right.looksAround
    case .always: false
    }
  }
}

extension TextTerm {
  /// The same for a text.
  func replacing(_ columns: Substitution) -> TextTerm {
    switch self {
    case .column(let name, let relation): columns.text(name, relation)
    case .literal, .nothing: self
    case .typed(let text): .typed(text.replacing(columns))
    case .orEmpty(let text): .orEmpty(text.replacing(columns))
    case .choice(let arms, let otherwise):
      .choice(arms.map { Arm($0.condition.replacing(columns), $0.text) }, otherwise: otherwise)
    case .largest(let text): .largest(text.replacing(columns))
    case .window(let text, let over): .window(text.replacing(columns), over: over.map { $0.replacing(columns) })
    }
  }

  /// Whether it looks at other rows than its own.
  var looksAround: Bool {
    switch self {
    case .column, .literal, .nothing: false
    case .typed(let text), .orEmpty(let text): text.looksAround
    case .choice(let arms, _): arms.contains { $0.condition.looksAround }
    case .largest, .window: true
    }
  }
}
