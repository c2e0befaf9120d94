/// A small generator whose numbers depend on nothing but the seed and their place: SplitMix64.
///
/// Any number can be had without those before it, so draws can be shared out among threads and are the same for every number of them.
/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014; constants of Vigna's public-domain code.
public struct SeededGenerator: Sendable, RandomNumberGenerator {
  private var state: UInt64

  /// Starts before the first number of a seed, or before the one at `place`, from 0.
  public init(seed: UInt64, at place: Int = 0) {
    state = seed &+ UInt64(truncatingIfNeeded: place) &* SeededGenerator.step
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Returns the next number, any of 64 bits.
  public mutating func next() -> UInt64 {
    state &+= SeededGenerator.step
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
