internal import BigInt

/// An exact number: a whole number over a positive whole number, always reduced.
///
/// Weights, scores and lines are fractions until the declared rounding, so no published digit and no zone depends on a binary
/// approximation. Values whose two parts fit in 128 bits are kept there; larger ones fall back to whole numbers of any size, with
/// the same results.
public struct Fraction: Sendable, Hashable {
  /// INVARIANT: reduced, denominator positive, and `large` only if a part does not fit in 128 bits: equal numbers look equal.
  enum Parts: Sendable, Hashable {
    case small(Int128, Int128)
    case large(BigInt, BigInt)
  }

  let parts: Parts

  init(parts: Parts) {
    self.parts = parts
  }

  /// Makes a whole number.
  public init(_ whole: Int) {
    parts = .small(Int128(whole), 1)
  }

  /// Makes `numerator / denominator`, reduced. The denominator must not be 0.
  public init(_ numerator: Int, _ denominator: Int) {
    precondition(denominator != 0, "a fraction over zero is no number")
    self.init(reducing: Int128(numerator), Int128(denominator))
  }

  /// The number 0.
  public static let zero = Fraction(0)
  /// The number 1.
  public static let one = Fraction(1)

  init(reducing numerator: Int128, _ denominator: Int128) {
    guard numerator != .min, denominator != .min else {
      let big = { (number: Int128) in BigInt(sign: number < 0 ? .minus : .plus, magnitude: BigUInt(number.magnitude)) }
      self.init(reducing: big(numerator), big(denominator))
      return
    }
    if denominator == 1 {
      self.init(parts: .small(numerator, 1))
      return
    }
    let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(parts: .small(sign * (numerator / divisor), sign * (denominator / divisor)))
  }

  init(reducing numerator: BigInt, _ denominator: BigInt) {
    var divisor = numerator.greatestCommonDivisor(with: denominator)
    if denominator.sign == .minus { divisor.negate() }
    let n = numerator / divisor
    let d = denominator / divisor
    if let smallN = Int128(magnitudeOf: n), let smallD = Int128(magnitudeOf: d) {
      self.init(parts: .small(n.sign == .minus ? -smallN : smallN, smallD))
    } else {
      self.init(parts: .large(n, d))
    }
  }

  var large: (numerator: BigInt, denominator: BigInt) {
    switch parts {
    case .small(let n, let d): (BigInt(sign: n < 0 ? .minus : .plus, magnitude: BigUInt(n.magnitude)), BigInt(BigUInt(d.magnitude)))
    case .large(let n, let d): (n, d)
    }
  }

  /// -1, 0 or 1.
  public var signum: Int {
    switch parts {
    case .small(let n, _): Int(n.signum())
    case .large(let n, _): n.sign == .minus ? -1 : 1
    }
  }

  /// Whether this is 0.
  public var isZero: Bool { signum == 0 }

  /// Whether this is a whole number.
  public var isWhole: Bool {
    switch parts {
    case .small(_, let d): d == 1
    case .large(_, let d): d == 1
    }
  }

  /// The number as an `Int`, if it is whole and fits.
  public var int: Int? {
    guard case .small(let n, 1) = parts else { return nil }
    return Int(exactly: n)
  }

  /// The distance from 0.
  public var magnitude: Fraction { signum < 0 ? -self : self }
}

extension Int128 {
  /// The distance of a number from 0, if it fits. The sign goes its own way: `Int128(exactly:)` misreads negative numbers of several words
  /// of the library for large numbers.
  fileprivate init?(magnitudeOf number: BigInt) {
    guard let magnitude = UInt128(exactly: number.magnitude), let value = Int128(exactly: magnitude) else { return nil }
    self = value
  }
}

/// Euclid's algorithm, in 64 bits as soon as both numbers fit there. Neither number may be 0 unless the other is not.
private func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
  var (a, b) = (a, b)
  while b != 0 {
    if let shortA = UInt64(exactly: a), let shortB = UInt64(exactly: b) {
      return UInt128(greatestCommonDivisor(shortA, shortB))
    }
    (a, b) = (b, a % b)
  }
  return a
}

private func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
