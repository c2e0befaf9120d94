internal import BigInt
internal import RuleDiagnostics

extension Fraction {
  /// The longest number that is read, in characters; no rule and no observation comes near it.
  public static var longestText: Int { Most.numberCharacters }

  /// Reads `-?(0|[1-9][0-9]*)(\.[0-9]+)?` exactly; nil for anything else, also for a text longer than ``longestText``.
  public init?(decimal text: some StringProtocol) {
    var digits = Array(text.utf8)
    guard digits.count <= Fraction.longestText else { return nil }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    let pieces = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.allSatisfy(isNumeral), let whole = pieces.first, whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      return nil
    }
    let decimals = pieces.count == 2 ? pieces[1].count : 0
    if pieces.joined().count <= 18, let magnitude = Int64(String(decoding: pieces.joined(), as: UTF8.self)) {
      self.init(reducing: isNegative ? -magnitude : magnitude, Fraction.powersOfTen[decimals])
      return
    }
    guard let magnitude = BigInt(String(decoding: pieces.joined(), as: UTF8.self), radix: 10) else { return nil }
    self.init(reducing: isNegative ? -magnitude : magnitude, BigInt(10).power(decimals))
  }

  /// Reads a decimal, or a decimal over a decimal such as `100/3`; nil for anything else, also for a division by zero.
  public init?(exact text: some StringProtocol) {
    let pieces = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = pieces.first, let numerator = Fraction(decimal: first) else { return nil }
    guard pieces.count == 2 else {
      self = numerator
      return
    }
    guard let denominator = Fraction(decimal: pieces[1]), !denominator.isZero else { return nil }
    self = numerator / denominator
  }

  /// The reduced fraction, `155/2`, or the whole number, `76`.
  public var exactText: String {
    switch parts {
    case .small(let n, 1): "\(n)"
    case .small(let n, let d): "\(n)/\(d)"
    case .wide(let wide): wide.denominator == 1 ? "\(wide.numerator)" : "\(wide.numerator)/\(wide.denominator)"
    case .large(let large): large.denominator == 1 ? "\(large.numerator)" : "\(large.numerator)/\(large.denominator)"
    }
  }

  /// The decimal form with at most `digits` decimals, half up, without trailing zeros: `84.4847875`.
  public func decimalText(atMost digits: Int = 12) -> String {
    var text = fixedText(places: digits)
    guard digits > 0 else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text == "-0" ? "0" : text
  }

  /// The decimal form with exactly `places` decimals: `84.48`. Never `-0.00`.
  public func fixedText(places: Int, mode: RoundingMode = .halfUp) -> String {
    if let units = smallScaled(places: places, mode: mode) { return Fraction.text(units, places: places) }
    let scaled = scaledText(places: places, mode: mode)
    var digits = scaled.digits
    if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
    let sign = scaled.isNegative ? "-" : ""
    guard places > 0 else { return sign + digits }
    let cut = digits.index(digits.endIndex, offsetBy: -places)
    return sign + digits[..<cut] + "." + digits[cut...]
  }

  /// So many units of the last of `places` decimals as text; a unit of 64 bits has at most 20 digits, and `places` are fewer.
  private static func text(_ units: Int64, places: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    var rest = units.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      if bytes.count == places { bytes.append(UInt8(ascii: ".")) }
    } while rest > 0 || bytes.count <= places + (places > 0 ? 1 : 0)
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    return String(decoding: bytes.reversed(), as: UTF8.self)
  }
}

extension Fraction: CustomStringConvertible {
  /// The exact text.
  public var description: String { exactText }
}

private func isNumeral(_ bytes: ArraySlice<UInt8>) -> Bool {
  !bytes.isEmpty && bytes.allSatisfy { (48...57).contains($0) }
}
