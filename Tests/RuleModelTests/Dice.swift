import BigInt
@testable import RuleModel

/// A small generator, so that a failure can be repeated from its seed (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Seeds that every run tries, and one that no run tried before. Each stands in the name of its test case.
  static let seeds: [UInt64] = [1, 2, 3, .random(in: 4...UInt64(UInt32.max))]

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

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
