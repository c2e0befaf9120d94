internal import RuleModel

/// A score as a query holds it: a whole number over a scale that stands in the text, and what the compiler knows about it.
struct Amount {
  /// The whole number, nothing where there is no score.
  var term: Term
  /// How many units make 1.
  var scale: Int128
  /// The least and the greatest that the score comes to, in units.
  var low: Int128
  var high: Int128
  /// How many units the exact score may lie above the number; 0 where the number is the score.
  var slack: Int128 = 0
  /// How many units the exact score may lie below the number.
  var excess: Int128 = 0
  /// Whether everyone on the rung has it.
  var isAlways: Bool
  /// Whether it may also be something in rows of entities above, until it is put into a column.
  var isBare = false
  /// By what the number still has to be divided, row by row; nil: by nothing.
  var divisor: Divisor?
  /// What of the number each indicator gave, by the indicator's place in the plan, where that is asked for.
  var pieces: [Int: Term] = [:]

  /// A whole number from 1 on.
  struct Divisor {
    var term: Term
    var high: Int128
    /// A number that every divisor divides, if there is a small one.
    var multiple: Int128?
  }
}

/// Whole numbers that may be too large.
extension Int128 {
  /// The least common multiple of two positive numbers; nil if it is too large for any use.
  func commonMultiple(with other: Int128) -> Int128? {
    let (product, overflow) = self.multipliedReportingOverflow(by: other / commonDivisor(with: other))
    return overflow || product > 1 << 100 ? nil : product
  }

  /// The greatest common divisor of two positive numbers.
  func commonDivisor(with other: Int128) -> Int128 {
    var (a, b) = (magnitude, other.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return Int128(a)
  }

  /// The smallest divisor of this number from `least` on. Complexity: the root of the number, at most ten thousand steps.
  func divisor(from least: Int128) -> Int128? {
    var primes: [Int128] = []
    var rest = self
    var candidate: Int128 = 2
    while candidate <= 10_000, rest > 1 {
      while rest % candidate == 0 {
        primes.append(candidate)
        rest /= candidate
      }
      candidate += 1
    }
    // Large primes go first, so that what is left still holds twos and fives: half of a last decimal stays a whole number.
    var product: Int128 = 1
    for prime in primes.reversed() where product < least { product *= prime }
    return product >= least ? product : nil
  }
}
