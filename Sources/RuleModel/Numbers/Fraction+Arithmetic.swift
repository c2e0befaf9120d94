internal import BigInt

extension Fraction {
  /// The exact sum.
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    if case .small(let a, let b) = left.parts, case .small(let c, let d) = right.parts {
      if b == d {
        let (sum, overflow) = a.addingReportingOverflow(c)
        if !overflow { return Fraction(reducing: sum, b) }
      } else {
        let (ad, overflow1) = a.multipliedReportingOverflow(by: d)
        let (cb, overflow2) = c.multipliedReportingOverflow(by: b)
        let (n, overflow3) = ad.addingReportingOverflow(cb)
        let (m, overflow4) = b.multipliedReportingOverflow(by: d)
        if !(overflow1 || overflow2 || overflow3 || overflow4) { return Fraction(reducing: n, m) }
      }
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
    case .large(let n, let d): Fraction(reducing: -n, d)
    }
  }

  /// The exact product.
  public static func * (left: Fraction, right: Fraction) -> Fraction {
    if case .small(let a, let b) = left.parts, case .small(let c, let d) = right.parts {
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
