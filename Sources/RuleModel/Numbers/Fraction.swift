internal import BigInt

/// An exact number: a whole number over a positive whole number, always reduced.
///
/// Weights, scores and lines are fractions until the declared rounding, so no published digit and no zone depends on a binary
/// approximation. Values whose two parts fit in 64 bits are kept there, larger ones in 128 bits, and what is larger still as whole numbers
/// of any size; the results are the same.
public struct Fraction: Sendable {
  /// INVARIANT: reduced, denominator positive, and in the smallest form that holds both parts: equal numbers look equal.
  enum Parts: Sendable {
    case small(Int64, Int64)
    case wide(Wide)
    case large(Large)
  }

  /// A numerator and a denominator of which one needs more than 64 bits.
  final class Wide: Sendable {
    let numerator: Int128
    let denominator: Int128

    init(_ numerator: Int128, _ denominator: Int128) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// A numerator and a denominator of which one needs more than 128 bits.
  final class Large: Sendable {
    let numerator: BigInt
    let denominator: BigInt

    init(_ numerator: BigInt, _ denominator: BigInt) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  let parts: Parts

  init(parts: Parts) {
    self.parts = parts
  }

  /// Makes a whole number.
  public init(_ whole: Int) {
    self.init(reduced: Int128(whole), 1)
  }

  /// Makes `numerator / denominator`, reduced. The denominator must not be 0.
  public init(_ numerator: Int, _ denominator: Int) {
    precondition(denominator != 0, "a fraction over zero is no number")
    self.init(reducing: Int128(numerator), Int128(denominator))
  }

  /// The number 0.
  public static var zero: Fraction { Fraction(parts: .small(0, 1)) }
  /// The number 1.
  public static var one: Fraction { Fraction(parts: .small(1, 1)) }

  /// Takes two parts that are reduced already; the denominator is positive and the numerator not the smallest number.
  private init(reduced numerator: Int128, _ denominator: Int128) {
    // The smallest number has no opposite, so it does not count as small.
    if let n = Int64(exactly: numerator), let d = Int64(exactly: denominator), n != .min {
      parts = .small(n, d)
    } else {
      parts = .wide(Wide(numerator, denominator))
    }
  }

  init(reducing numerator: Int128, _ denominator: Int128) {
    if let n = Int64(exactly: numerator), let d = Int64(exactly: denominator), n != .min, d > 0 {
      self.init(reducing: n, d)
      return
    }
    guard numerator != .min, denominator != .min else {
      self.init(reducing: BigInt(signed: numerator), BigInt(signed: denominator))
      return
    }
    let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(reduced: sign * (numerator / divisor), sign * (denominator / divisor))
  }

  /// The same within 64 bits; the numerator is not the smallest number and the denominator is positive.
  init(reducing numerator: Int64, _ denominator: Int64) {
    if denominator == 1 {
      parts = .small(numerator, 1)
      return
    }
    let divisor = Int64(truncatingIfNeeded: greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    parts = divisor == 1 ? .small(numerator, denominator) : .small(numerator / divisor, denominator / divisor)
  }

  init(reducing numerator: BigInt, _ denominator: BigInt) {
    var divisor = numerator.greatestCommonDivisor(with: denominator)
    if denominator.sign == .minus { divisor.negate() }
    let n = numerator / divisor
    let d = denominator / divisor
    if let smallN = Int128(magnitudeOf: n), let smallD = Int128(magnitudeOf: d) {
      self.init(reduced: n.sign == .minus ? -smallN : smallN, smallD)
    } else {
      self.init(parts: .large(Large(n, d)))
    }
  }

  /// The two parts, if they fit in 128 bits.
  var wide: (numerator: Int128, denominator: Int128)? {
    switch parts {
    case .small(let n, let d): (Int128(n), Int128(d))
    case .wide(let wide): (wide.numerator, wide.denominator)
    case .large: nil
    }
  }

  var large: (numerator: BigInt, denominator: BigInt) {
    switch parts {
    case .small(let n, let d): (BigInt(n), BigInt(d))
    case .wide(let wide): (BigInt(signed: wide.numerator), BigInt(signed: wide.denominator))
    case .large(let large): (large.numerator, large.denominator)
    }
  }

  /// -1, 0 or 1.
  public var signum: Int {
    switch parts {
    case .small(let n, _): Int(n.signum())
    case .wide(let wide): Int(wide.numerator.signum())
    case .large(let large): large.numerator.sign == .minus ? -1 : 1
    }
  }

  /// Whether this is 0.
  public var isZero: Bool {
    if case .small(0, _) = parts { return true }
    return false
  }

  /// Whether this is a whole number.
  public var isWhole: Bool {
    switch parts {
    case .small(_, let d): d == 1
    case .wide(let wide): wide.denominator == 1
    case .large(let large): large.denominator == 1
    }
  }

  /// The number as an `Int`, if it is whole and fits.
  public var int: Int? {
    guard let (n, d) = wide, d == 1 else { return nil }
    return Int(exactly: n)
  }

  /// The distance from 0.
  public var magnitude: Fraction { signum < 0 ? -self : self }
}

extension Fraction: Hashable {
  /// Whether two numbers are equal.
  public static func == (left: Fraction, right: Fraction) -> Bool {
    switch (left.parts, right.parts) {
    case (.small(let a, let b), .small(let c, let d)): a == c && b == d
    case (.wide(let a), .wide(let b)): a.numerator == b.numerator && a.denominator == b.denominator
    case (.large(let a), .large(let b)): a.numerator == b.numerator && a.denominator == b.denominator
    default: false
    }
  }

  /// Feeds both parts to a hasher.
  public func hash(into hasher: inout Hasher) {
    switch parts {
    case .small(let n, let d):
      hasher.combine(n)
      hasher.combine(d)
    case .wide(let wide):
      hasher.combine(wide.numerator)
      hasher.combine(wide.denominator)
    case .large(let large):
      hasher.combine(large.numerator)
      hasher.combine(large.denominator)
    }
  }
}

extension BigInt {
  /// A number of 128 bits. The sign goes its own way, since the library misreads negative numbers of several words.
  init(signed number: Int128) {
    self.init(sign: number < 0 ? .minus : .plus, magnitude: BigUInt(number.magnitude))
  }
}

extension Int128 {
  /// The distance of a number from 0, if it fits. The sign goes its own way: `Int128(exactly:)` misreads negative numbers of several words
  /// of the library for large numbers.
  fileprivate init?(magnitudeOf number: BigInt) {
    guard let magnitude = UInt128(exactly: number.magnitude), let value = Int128(exactly: magnitude) else { return nil }
    self = value
  }
}

/// Euclid's algorithm until both numbers fit in 64 bits. Neither number may be 0 unless the other is not.
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

/// Stein's algorithm: shifts and differences instead of divisions. Neither number may be 0 unless the other is not.
func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
  if first == 0 { return second }
  if second == 0 { return first }
  let shift = (first | second).trailingZeroBitCount
  var a = first >> UInt64(first.trailingZeroBitCount)
  var b = second >> UInt64(second.trailingZeroBitCount)
  while a != b {
    if a > b { swap(&a, &b) }
    b -= a
    b >>= UInt64(b.trailingZeroBitCount)
  }
  return a << UInt64(shift)
}
