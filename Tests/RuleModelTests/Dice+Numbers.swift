import BigInt
import Dice
@testable import RuleModel

extension Dice {
  /// Seeds that every run tries, and one that no run tried before. Each stands in the name of its test case.
  static let seeds: [UInt64] = [1, 2, 3, .random(in: 4...UInt64(UInt32.max))]

  /// A whole number of 1 to 190 bits, often within a step of a power of 2 at which some representation ends.
  mutating func whole() -> BigInt {
    let edges = [7, 31, 32, 62, 63, 64, 65, 126, 127, 128, 129]
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return BigInt(Int.random(in: 0...200, using: &self))
    case 1: return BigInt(2).power(edges.randomElement(using: &self) ?? 64) + BigInt(Int.random(in: -2...2, using: &self))
    default: return BigInt(BigUInt.randomInteger(withMaximumWidth: Int.random(in: 1...190, using: &self), using: &self))
    }
  }

  /// A number in both forms, of either sign.
  mutating func number() -> (fraction: Fraction, long: LongFraction) {
    let numerator = Bool.random(using: &self) ? whole() : -whole()
    let denominator = Bool.random(using: &self) ? 1 : whole() + 1
    let text = "\(numerator)/\(denominator)"
    guard let fraction = Fraction(exact: text) else { preconditionFailure("`\(text)` could not be read") }
    return (fraction, LongFraction(numerator, denominator))
  }
}

extension Fraction {
  /// Whether both parts are kept in 128 bits.
  var isShort: Bool {
    switch parts {
    case .small, .wide: true
    case .large: false
    }
  }
}
