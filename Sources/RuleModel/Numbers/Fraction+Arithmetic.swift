internal import BigInt

extension Fraction {
  /// The exact sum.
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    if case .small(let a, let b) = left.parts, case .small(let c, let d) = right.parts {
      if b == d {
        let (sum, overflow) = a.addingReportingOverflow(c)
        if !overflow, sum != .min { return Fraction(reducing: sum, b) }
      }
      // Products of 64 bits and their sum fit in 128 bits.
      return Fraction(reducing: Int128(a) * Int128(d) + Int128(c) * Int128(b), Int128(b) * Int128(d))
    }
    if let (a, b) = left.wide, let (c, d) = right.wide {
      let (ad, overflow1) = a.multipliedReportingOverflow(by: d)
      let (cb, overflow2) = c.multipliedReportingOverflow(by: b)
      let (n, overflow3) = ad.addingReportingOverflow(cb)
      let (m, overflow4) = b.multipliedReportingOverflow(by: d)
      if !(overflow1 || overflow2 || overflow3 || overflow4) { return Fraction(reducing: n, m) }
    }
    let (a, b) = left.large
    let (c, d) = right.large
    return Fraction(reducing: a * d + c * b, b * d)
  }

  /// The exact difference.
  public static func - (left: Fraction, right: Fraction) -> Fraction {
    left + -right
  }

  /// The number with the other sign.
  public static prefix func - (value: Fraction) -> Fraction {
    switch value.parts {
    case .small(let n, let d): Fraction(parts: .small(-n, d))
    case .wide(let wide): Fraction(reducing: -wide.numerator, wide.denominator)
    case .large(let large): Fraction(reducing: -large.numerator, large.denominator)
    }
  }

  /// The exact product.
  public static func * (left: Fraction, right: Fraction) -> Fraction {
    if case .small(let a, let b) = left.parts, case .small(let c, let d) = right.parts {
      if b == 1, d == 1 {
        let (product, overflow) = a.multipliedReportingOverflow(by: c)
        if !overflow, product != .min { return Fraction(parts: .small(product, 1)) }
      }
      return Fraction(reducing: Int128(a) * Int128(c), Int128(b) * Int128(d))
    }
    if let (a, b) = left.wide, let (c, d) = right.wide {
      let (n, overflow1) = a.multipliedReportingOverflow(by: c)
      let (m, overflow2) = b.multipliedReportingOverflow(by: d)
      if !(overflow1 || overflow2) { return Fraction(reducing: n, m) }
    }
    let (a, b) = left.large
    let (c, d) = right.large
    return Fraction(reducing: a * c, b * d)
  }

  /// The exact quotient. `right` must not be 0.
  public static func / (left: Fraction, right: Fraction) -> Fraction {
    precondition(!right.isZero, "a number divided by zero is no number")
    if case .small(let a, let b) = left.parts, case .small(let c, let d) = right.parts {
      let sign: Int128 = c < 0 ? -1 : 1
      return Fraction(reducing: sign * Int128(a) * Int128(d), sign * Int128(b) * Int128(c))
    }
    if let (a, b) = left.wide, let (c, d) = right.wide {
      let (n, overflow1) = a.multipliedReportingOverflow(by: d)
      let (m, overflow2) = b.multipliedReportingOverflow(by: c)
      if !(overflow1 || overflow2) { return Fraction(reducing: n, m) }
    }
    let (a, b) = left.large
    let (c, d) = right.large
    return Fraction(reducing: a * d, b * c)
  }

  /// Adds in place.
  public static func += (left: inout Fraction, right: Fraction) {
    left = left + right
  }

  /// Subtracts in place.
  public static func -= (left: inout Fraction, right: Fraction) {
    left = left - right
  }
}

extension Fraction: Comparable {
  /// The exact order of the numbers.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    if case .small(let a, let b) = left.parts, case .small(let c, let d) = right.parts {
      return b == d ? a < c : Int128(a) * Int128(d) < Int128(c) * Int128(b)
    }
    if let (a, b) = left.wide, let (c, d) = right.wide {
      let (ad, overflow1) = a.multipliedReportingOverflow(by: d)
      let (cb, overflow2) = c.multipliedReportingOverflow(by: b)
      if !(overflow1 || overflow2) { return ad < cb }
    }
    let (a, b) = left.large
    let (c, d) = right.large
    return a * d < c * b
  }
}

extension Sequence<Fraction> {
  /// The exact sum; 0 for none.
  public func sum() -> Fraction {
    reduce(.zero, +)
  }
}
