// The loops over whole columns, in machine words. Nothing here rounds unless it is told to, and nothing overflows: a sum is formed only
// where its bound was proven before, or each step is checked and a column gives up an entity that does not fit.
//
// INVARIANT: the only file of this target that reads memory without a check of its bounds. Every index is below the length of the array
// that it goes into: arrays of entities all have `count` entries, and a code plus `CellColumn.offset` lies in the table that was made for
// the codes of that column.

internal import RuleModel

/// For each entity a sum of weighted numbers and the sum of the weights of those that are there, both in one word: the numbers in the upper
/// bits, the weights in the lower. One table look-up and one addition then do for both.
struct WeightedSums {
  private var words: [Int64]

  /// So many bits hold the sum of the weights.
  private static let weightBits: Int64 = 20

  /// Whether every sum fits: no sum of numbers is further from 0 than `numbers`, and no sum of weights is more than `weights`.
  static func fit(numbers: Int64, weights: Int64) -> Bool {
    numbers < 1 << (62 - weightBits) && weights < 1 << weightBits
  }

  init(count: Int) {
    words = [Int64](repeating: 0, count: count)
  }

  /// Adds `factor` times each number, and `weight` where there is one.
  mutating func add(_ numerators: [Int64], factor: Int64, weight: Int64) {
    let count = words.count
    // Both are of one rung.
    precondition(numerators.count == count)
    let scale = factor << WeightedSums.weightBits
    words.withUnsafeMutableBufferPointer { words in
      numerators.withUnsafeBufferPointer { numerators in
        for entity in 0..<count {
          let numerator = numerators[entity]
          words[entity] &+= numerator == ExactColumn.none ? 0 : scale &* numerator &+ weight
        }
      }
    }
  }

  /// Adds `factor` times what a table holds for each code, and `weight` where it holds a number.
  mutating func add(_ codes: [Int32], _ table: [Int64], factor: Int64, weight: Int64) {
    let count = words.count
    precondition(codes.count == count)
    let terms = table.map { $0 == ExactColumn.none ? 0 : (factor &* $0) << WeightedSums.weightBits &+ weight }
    words.withUnsafeMutableBufferPointer { words in
      codes.withUnsafeBufferPointer { codes in
        terms.withUnsafeBufferPointer { terms in
          for entity in 0..<count { words[entity] &+= terms[Int(codes[entity]) &+ CellColumn.offset] }
        }
      }
    }
  }

  /// The sums, over `unit` times the sum of the weights; nothing where nothing was added.
  func means(over unit: Int64) -> ExactColumn {
    let mask = Int64(1) << WeightedSums.weightBits - 1
    return ExactColumn.Listing(
      numerators: words.map { $0 >> WeightedSums.weightBits }, denominators: words.map { ($0 & mask) &* unit }
    ).column
  }

  /// The sums, over `denominator`; nothing where nothing was added.
  func sums(over denominator: Int64) -> ExactColumn {
    let mask = Int64(1) << WeightedSums.weightBits - 1
    return ExactColumn(words.map { $0 & mask == 0 ? ExactColumn.none : $0 >> WeightedSums.weightBits }, over: denominator)
  }
}

/// The same sums in two words for each entity, for weights that do not fit beside their numbers.
struct WideSums {
  private var sums: [Int64]
  private var weights: [Int64]

  init(count: Int) {
    sums = [Int64](repeating: 0, count: count)
    weights = sums
  }

  /// Adds `factor` times each number, and `weight` where there is one. The caller has proven that no sum overflows.
  mutating func add(_ numerators: [Int64], factor: Int64, weight: Int64) {
    for (entity, numerator) in numerators.enumerated() where numerator != ExactColumn.none {
      sums[entity] &+= factor &* numerator
      weights[entity] &+= weight
    }
  }

  /// The sums, over `unit` times the sum of the weights; nothing where nothing was added.
  func means(over unit: Int64) -> ExactColumn {
    ExactColumn.Listing(numerators: sums, denominators: weights.map { $0 &* unit }).column
  }

  /// The sums, over `denominator`; nothing where nothing was added.
  func sums(over denominator: Int64) -> ExactColumn {
    ExactColumn(zip(sums, weights).map { $1 == 0 ? ExactColumn.none : $0 }, over: denominator)
  }
}

/// Numbers over their own denominators that are being added up; gives up where two words do not hold the sum.
struct RunningSum {
  private(set) var numerator: Int64 = 0
  private(set) var denominator: Int64 = 1
  private(set) var weight: Int64 = 0
  /// Whether two words were not enough.
  private(set) var isLost = false

  /// Adds `weight * numerator / denominator`.
  mutating func add(_ other: Int64, over divisor: Int64, weight share: Int64) {
    var (term, isOver) = other.multipliedReportingOverflow(by: share)
    defer { weight += share }
    if weight == 0 {
      denominator = divisor
    } else if divisor != denominator {
      // Small denominators are multiplied out; larger ones are brought to their least common multiple, so that they stay small.
      let common: Int64
      if divisor | denominator < 1 << 20 {
        common = divisor &* denominator
      } else if let least = leastCommonMultiple(denominator, divisor) {
        common = least
      } else {
        isLost = true
        return
      }
      let (left, isOver1) = numerator.multipliedReportingOverflow(by: common / denominator)
      let (right, isOver2) = term.multipliedReportingOverflow(by: common / divisor)
      (numerator, term, denominator) = (left, right, common)
      isOver = isOver || isOver1 || isOver2
    }
    let (sum, isOver3) = numerator.addingReportingOverflow(term)
    numerator = sum
    isLost = isLost || isOver || isOver3 || sum == .min
  }

  /// The mean as two words; nil if they do not hold it, or if nothing was added.
  var mean: (numerator: Int64, denominator: Int64)? {
    let (divisor, isOver) = denominator.multipliedReportingOverflow(by: weight)
    return isLost || isOver || weight == 0 ? nil : (numerator, divisor)
  }
}

extension RoundingMode {
  /// Returns `numerator / denominator` as a whole number of units of which `unit` make 1; nil if a word does not hold it.
  func units(_ numerator: Int64, over denominator: Int64, unit: Int64) -> Int64? {
    let (product, isOver) = numerator.magnitude.multipliedReportingOverflow(by: unit.magnitude)
    guard !isOver else { return nil }
    let divisor = denominator.magnitude
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
    // A denominator is less than half of what an unsigned word holds.
    let isAway = goesAway(
      isOdd: quotient & 1 == 1, isOverHalf: remainder &* 2 > divisor, isHalf: remainder &* 2 == divisor, isWhole: remainder == 0)
    guard let units = Int64(exactly: isAway ? quotient &+ 1 : quotient) else { return nil }
    return numerator < 0 ? -units : units
  }
}

/// The largest distance from 0 of the numbers of a uniform column; 0 if it has none.
func bound(of numerators: [Int64]) -> Int64 {
  var (low, high): (Int64, Int64) = (0, 0)
  for numerator in numerators where numerator != ExactColumn.none {
    low = min(low, numerator)
    high = max(high, numerator)
  }
  return max(high, low == .min ? .max : -low)
}
