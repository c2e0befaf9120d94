import BigInt
import RuleModel
import Testing

/// The slow and plain route to the same numbers: two whole numbers of any size, never reduced, the denominator positive.
struct LongFraction {
  let numerator: BigInt
  let denominator: BigInt

  init(_ numerator: BigInt, _ denominator: BigInt) {
    precondition(denominator > 0, "the sign stands in the numerator")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Reads what a fraction shows of itself.
  init?(_ fraction: Fraction) {
    let pieces = fraction.exactText.split(separator: "/").compactMap { BigInt(String($0), radix: 10) }
    guard (1...2).contains(pieces.count), pieces.count == 1 || pieces[1] > 1 else { return nil }
    self.init(pieces[0], pieces.count == 2 ? pieces[1] : 1)
  }

  static func + (left: LongFraction, right: LongFraction) -> LongFraction {
    LongFraction(
      left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
  }

  static func - (left: LongFraction, right: LongFraction) -> LongFraction {
    LongFraction(
      left.numerator * right.denominator - right.numerator * left.denominator, left.denominator * right.denominator)
  }

  static func * (left: LongFraction, right: LongFraction) -> LongFraction {
    LongFraction(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  static func / (left: LongFraction, right: LongFraction) -> LongFraction {
    let sign: BigInt = right.numerator < 0 ? -1 : 1
    return LongFraction(sign * left.numerator * right.denominator, sign * right.numerator * left.denominator)
  }

  static func == (left: LongFraction, right: LongFraction) -> Bool {
    left.numerator * right.denominator == right.numerator * left.denominator
  }

  static func < (left: LongFraction, right: LongFraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  /// The number in units of the last of `places` decimals: the one of its two whole neighbours that the mode asks for.
  func units(places: Int, mode: RoundingMode) -> BigInt {
    let scaled = numerator * BigInt(10).power(places)
    let below = scaled >= 0 ? scaled / denominator : -((-scaled + denominator - 1) / denominator)
    let toBelow = scaled - below * denominator
    guard toBelow != 0 else { return below }
    let toAbove = denominator - toBelow
    let (inner, outer) = numerator > 0 ? (below, below + 1) : (below + 1, below)
    return switch mode {
    case .down: inner
    case .up: outer
    case .halfUp: toBelow == toAbove ? outer : toBelow < toAbove ? below : below + 1
    case .halfEven: toBelow == toAbove ? (below % 2 == 0 ? below : below + 1) : toBelow < toAbove ? below : below + 1
    }
  }
}

/// Expects that a fraction is the number that the plain route found, reduced and kept as small as it can be.
func expect(
  _ fraction: Fraction, is expected: LongFraction, _ comment: @autoclosure () -> Comment,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let shown = LongFraction(fraction) else {
    Issue.record("`\(fraction.exactText)` is no reduced fraction. \(comment())", sourceLocation: sourceLocation)
    return
  }
  #expect(shown == expected, comment(), sourceLocation: sourceLocation)
  #expect(shown.numerator.greatestCommonDivisor(with: shown.denominator) == 1, comment(), sourceLocation: sourceLocation)
  let largest = BigInt(2).power(127) - 1
  let fits = shown.numerator.magnitude <= largest.magnitude && shown.denominator <= largest
  #expect(fraction.isShort == fits, comment(), sourceLocation: sourceLocation)
}
