package import RuleModel

/// The scale of an indicator with its fields as column numbers.
package enum PlanScale: Sendable, Equatable {
  case yesNo(Int, invert: Bool)
  case checklist([(column: Int, points: Fraction)], total: Fraction, atLeast: Fraction?)
  case levels(Int, [Fraction: Fraction])
  case bands(Int, [BandRow])
  case linear(Int, worst: Fraction, best: Fraction, clamp: Bool)
  case logarithmic(Int, worst: Fraction, best: Fraction, clamp: Bool, places: Int)
  case formula(PlanFormula)

  /// Compiles `scale`; `column` gives the number of a field, `formula` compiles an expression.
  package init(_ scale: Scale, precision: Int?, column: (String) -> Int, formula: (String) -> PlanFormula) {
    switch scale {
    case .yesNo(let field, let invert): self = .yesNo(column(field), invert: invert)
    case .checklist(let items, let atLeast):
      self = .checklist(
        items.map { (column($0.field), $0.points) }, total: items.map(\.points).sum(), atLeast: atLeast)
    case .levels(let field, let scores):
      self = .levels(column(field), Dictionary(scores.map { ($0.level, $0.score) }) { first, _ in first })
    case .bands(let field, let rows): self = .bands(column(field), rows)
    case .linear(let field, let worst, let best, let clamp, false):
      self = .linear(column(field), worst: worst, best: best, clamp: clamp)
    case .linear(let field, let worst, let best, let clamp, true):
      self = .logarithmic(column(field), worst: worst, best: best, clamp: clamp, places: precision ?? 12)
    case .formula(let text, _): self = .formula(formula(text))
    }
  }

  /// The columns that are read.
  package var columns: [Int] {
    switch self {
    case .yesNo(let column, _), .levels(let column, _), .bands(let column, _), .linear(let column, _, _, _): [column]
    case .logarithmic(let column, _, _, _, _): [column]
    case .formula(let formula): formula.columns
    case .checklist(let items, _, _): items.map(\.column)
    }
  }

  /// The column, if exactly one cell of an entity is asked.
  var onlyColumn: Int? {
    switch self {
    case .yesNo(let column, _), .levels(let column, _), .bands(let column, _), .linear(let column, _, _, _): column
    case .logarithmic(let column, _, _, _, _): column
    case .checklist, .formula: nil
    }
  }

  /// Whether the score is a sum of what each cell gives on its own.
  package var addsUpOverCells: Bool {
    switch self {
    case .checklist(_, _, .some): false
    case .formula(let formula): formula.columns.count == 1
    default: true
    }
  }

  package static func == (left: PlanScale, right: PlanScale) -> Bool {
    switch (left, right) {
    case (.yesNo(let a, let b), .yesNo(let c, let d)): a == c && b == d
    case (.checklist(let a, _, let b), .checklist(let c, _, let d)):
      b == d && a.count == c.count && zip(a, c).allSatisfy { $0.column == $1.column && $0.points == $1.points }
    case (.levels(let a, let b), .levels(let c, let d)): a == c && b == d
    case (.bands(let a, let b), .bands(let c, let d)): a == c && b == d
    case (.formula(let a), .formula(let b)): a == b
    case (.logarithmic(let a, let b, let c, let d, let e), .logarithmic(let f, let g, let h, let i, let j)):
      a == f && b == g && c == h && d == i && e == j
    case (.linear(let a, let b, let c, let d), .linear(let e, let f, let g, let h)): a == e && b == f && c == g && d == h
    default: false
    }
  }
}
