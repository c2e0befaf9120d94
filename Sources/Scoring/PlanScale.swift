package import RuleModel

/// The scale of an indicator with its fields as column numbers.
package enum PlanScale: Sendable, Equatable {
  /// One cell of an entity is asked, and nothing else.
  case cell(Int, CellScale)
  case checklist([(column: Int, points: Fraction)], total: Fraction, atLeast: Fraction?)
  case formula(PlanFormula)

  /// Compiles `scale`; `column` gives the number of a field, `formula` compiles an expression. `precision` are the decimals of a logarithm.
  package init(_ scale: Scale, precision: Int, column: (String) -> Int, formula: (String) -> PlanFormula) {
    switch scale {
    case .yesNo(let field, let invert): self = .cell(column(field), .yesNo(invert: invert))
    case .checklist(let items, let atLeast):
      self = .checklist(
        items.map { (column($0.field), $0.points) }, total: items.map(\.points).sum(), atLeast: atLeast)
    case .levels(let field, let scores):
      self = .cell(column(field), .levels(scores.reversed().reduce(into: [:]) { $0[$1.level] = $1.score }))
    case .bands(let field, let rows): self = .cell(column(field), .bands(rows))
    case .linear(let field, let worst, let best, let clamp, false):
      self = .cell(column(field), .linear(worst: worst, best: best, clamp: clamp))
    case .linear(let field, let worst, let best, let clamp, true):
      self = .cell(column(field), .logarithmic(worst: worst, best: best, clamp: clamp, places: precision))
    case .formula(let text, _): self = .formula(formula(text))
    }
  }

  /// The columns that are read.
  package var columns: [Int] {
    switch self {
    case .cell(let column, _): [column]
    case .formula(let formula): formula.columns
    case .checklist(let items, _, _): items.map(\.column)
    }
  }

  /// Whether the score is a sum of what each cell gives on its own.
  package var addsUpOverCells: Bool {
    switch self {
    case .checklist(_, _, .some): false
    case .formula(let formula): formula.columns.count == 1
    case .cell, .checklist: true
    }
  }

  package static func == (left: PlanScale, right: PlanScale) -> Bool {
    switch (left, right) {
    case (.cell(let a, let b), .cell(let c, let d)): a == c && b == d
    case (.checklist(let a, _, let b), .checklist(let c, _, let d)):
      b == d && a.count == c.count && zip(a, c).allSatisfy { $0.column == $1.column && $0.points == $1.points }
    case (.formula(let a), .formula(let b)): a == b
    default: false
    }
  }
}

/// What a cell is worth by itself.
package enum CellScale: Sendable, Equatable {
  case yesNo(invert: Bool)
  case levels([Fraction: Fraction])
  case bands([BandRow])
  case linear(worst: Fraction, best: Fraction, clamp: Bool)
  case logarithmic(worst: Fraction, best: Fraction, clamp: Bool, places: Int)
}
