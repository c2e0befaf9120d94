internal import RuleModel

/// What an indicator is worth by the code of its cell: each different value is worked out at most once, and only if it occurs.
struct CodeTable {
  private var scores: [Fraction?]
  private var isKnown: [Bool]
  private let missing: Fraction?
  private let score: (Int) -> Fraction?
  /// Whether every cell that was looked at is worth something by itself.
  private(set) var isComplete = true

  /// Begins with nothing worked out.
  ///
  /// - Parameters:
  ///   - distinct: the number of different values.
  ///   - missing: what a missing cell is worth; nil for nothing.
  ///   - score: what a value is worth by its number; nil if the scale does not know it, and it counts as missing.
  init(distinct: Int, missing: Fraction?, score: @escaping (Int) -> Fraction?) {
    scores = Array(repeating: nil, count: distinct + CellColumn.offset)
    isKnown = Array(repeating: false, count: distinct + CellColumn.offset)
    self.missing = missing
    self.score = score
    isKnown[Int(CellColumn.nobody) + CellColumn.offset] = true
  }

  /// Returns the column of those cells; nil if one of them is unseen, or if the scores have no common denominator of one word.
  mutating func column(_ codes: [Int32]) -> ExactColumn? {
    for code in codes where !isKnown[Int(code) + CellColumn.offset] {
      guard code != CellColumn.unseen else { return nil }
      let place = Int(code) + CellColumn.offset
      isKnown[place] = true
      let found = code < 0 ? nil : score(Int(code))
      scores[place] = found ?? missing
      if found == nil { isComplete = false }
    }
    var denominator: Int64 = 1
    for case let score? in scores {
      guard let part = score.small?.denominator, let next = leastCommonMultiple(denominator, part) else { return nil }
      denominator = next
    }
    var numerators = [Int64](repeating: ExactColumn.none, count: scores.count)
    for (place, score) in scores.enumerated() {
      guard let (numerator, part) = score?.small else { continue }
      let (product, overflow) = numerator.multipliedReportingOverflow(by: denominator / part)
      guard !overflow, product != ExactColumn.none else { return nil }
      numerators[place] = product
    }
    return ExactColumn(.common(.coded(codes, numerators), denominator: denominator))
  }
}
