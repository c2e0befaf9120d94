/// A whole number that a query works out, of at most 64 bits, or nothing.
indirect enum Term: Sendable, Equatable {
  /// A column, of a relation where several are joined.
  case column(String, of: String? = nil)
  case number(Int)
  case nothing
  /// A cell of the user's table, nothing where a loader left an empty text in its place.
  case recorded(Term)
  case sum([Term])
  case product(Term, Term)
  /// The whole part of a quotient. INVARIANT: the dividend is 0 or more, the divisor 1 or more.
  case quotient(Term, Term)
  /// What a division leaves. INVARIANT: as for the quotient.
  case remainder(Term, Term)
  /// The first arm whose condition holds.
  case choice([Arm], otherwise: Term)
  /// The sum over a group of rows, nothing where all are nothing.
  case total(Term)
  /// The number of rows of a group that hold something.
  case count(Term)
  case smallest(Term)
  case largest(Term)
  /// An aggregate over the rows that agree in some columns.
  case window(Term, over: [Term])
  /// The place of a row among those that agree in some columns, from 1.
  case place(by: Term, over: [Term])

  /// A condition and the number where it holds.
  struct Arm: Sendable, Equatable {
    let condition: Condition
    let term: Term

    init(_ condition: Condition, _ term: Term) {
      self.condition = condition
      self.term = term
    }
  }

  /// The sum of two terms, numbers added up.
  static func + (left: Term, right: Term) -> Term {
    switch (left, right) {
    case (.number(0), _): right
    case (_, .number(0)): left
    case (.number(let a), .number(let b)): .number(a + b)
    case (.sum(let a), .number(let b)) where a.last?.number.map { !$0.addingReportingOverflow(b).overflow } ?? false:
      .adding(Array(a.dropLast())) + .number((a.last?.number ?? 0) + b)
    case (.sum(let a), .sum(let b)): .sum(a + b)
    case (.sum(let a), _): .sum(a + [right])
    case (_, .sum(let b)): .sum([left] + b)
    default: .sum([left, right])
    }
  }

  static func - (left: Term, right: Term) -> Term { left + -1 * right }

  /// A multiple of a term, numbers multiplied out.
  static func * (factor: Int, term: Term) -> Term {
    switch term {
    case _ where factor == 0: .number(0)
    case _ where factor == 1: term
    case .number(let number): .number(factor * number)
    case .nothing: .nothing
    case .product(.number(let other), let rest) where !factor.multipliedReportingOverflow(by: other).overflow:
      .product(.number(factor * other), rest)
    default: .product(.number(factor), term)
    }
  }

  /// The sum of terms.
  static func adding(_ terms: [Term]) -> Term { terms.reduce(.number(0), +) }

  private var number: Int? {
    if case .number(let number) = self { return number }
    return nil
  }

  /// The term where a condition holds, nothing elsewhere.
  func only(_ condition: Condition) -> Term { .choice([Arm(condition, self)], otherwise: .nothing) }

  /// The term, or nothing where it is 0.
  var orNothing: Term { .choice([Arm(.compare(self, .equal, .number(0)), .nothing)], otherwise: self) }

  /// The term, or a number where it is nothing.
  func or(_ number: Int) -> Term { .choice([Arm(.isNothing(self), .number(number))], otherwise: self) }

  /// 1 where a condition holds, 0 where it does not or is not known.
  static func one(if condition: Condition) -> Term { .choice([Arm(condition, .number(1))], otherwise: .number(0)) }
}

/// What holds, does not hold, or is not known.
indirect enum Condition: Sendable, Equatable {
  case compare(Term, Comparison, Term)
  case isNothing(Term)
  case isSomething(Term)
  case all([Condition])
  case any([Condition])
  case not(Condition)
  /// It is not known whether it holds.
  case isUnknown(Condition)
  case isOneOf(TextTerm, [String])
  case areSame(TextTerm, TextTerm)
  case isFilled(TextTerm)
  /// There is no text.
  case isNoText(TextTerm)
  case always(Bool)

  /// An order between two numbers.
  enum Comparison: String, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "="
    case notEqual = "<>"
  }
}

/// A text that a query works out.
indirect enum TextTerm: Sendable, Equatable {
  case column(String, of: String? = nil)
  case literal(String)
  case nothing
  /// The text, with the type of texts for engines that give literals none.
  case typed(TextTerm)
  /// The text, empty where there is none.
  case orEmpty(TextTerm)
  case choice([Arm], otherwise: String?)
  case largest(TextTerm)
  /// The largest text over the rows that agree in some columns.
  case window(TextTerm, over: [Term])

  /// A condition and the text where it holds.
  struct Arm: Sendable, Equatable {
    let condition: Condition
    let text: String

    init(_ condition: Condition, _ text: String) {
      self.condition = condition
      self.text = text
    }
  }
}
