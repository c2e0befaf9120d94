import BigInt
import Testing

@testable import RuleModel

@Suite("Bounds of logarithms and powers")
struct EnclosureTests {
  /// The natural logarithm of 2 times 2^384, rounded down, by mpmath.
  private static let two384 = BigInt(
    "b17217f7d1cf79abc9e3b39803f2f6af40f343267298b62d8a0d175b8baafa2be7b876206debac98559552fb4afa1b10", radix: 16)

  @Test(arguments: [1, 64, 96, 192, 300])
  func `the logarithm of 2 lies between its bounds`(bits: Int) throws {
    let exact = try #require(Self.two384) >> (384 - bits)
    let two = Enclosure.logarithmOfTwo(bits: bits)
    #expect(two.low <= exact && exact < two.high)
    #expect(two.high - two.low <= 2)
  }

  @Test func `the kept logarithm of 2 agrees with one of more bits`() throws {
    let exact = try #require(Self.two384)
    let longer = Enclosure.logarithmOfTwo(bits: 1000)
    #expect(longer.low >> 616 <= exact && exact <= longer.high >> 616)
    #expect(longer.high - longer.low < 2000)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `bounds of more bits lie within the bounds of fewer`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    let value = power(of: samples.points(decimals: samples.whole(0...6)), samples.whole(-20...20))
    let rough = Enclosure(logarithmOf: value, bits: 96)
    let fine = Enclosure(logarithmOf: value, bits: 250)
    // The true number lies within the fine bounds, which are far narrower than the last bit of the rough ones.
    #expect(rough.low << 154 <= fine.high && fine.low <= rough.high << 154, "seed \(seed): ln \(value)")
    #expect(rough.high - rough.low < 1000, "seed \(seed): ln \(value)")
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `e to the logarithm of a number encloses the number`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    let value = power(of: samples.points(decimals: samples.whole(0...6)), samples.whole(-12...12))
    let scale = BigUInt(10).power(samples.whole(0...60))
    for bits in [96, 192, 500] {
      let bounds = Enclosure(logarithmOf: value, bits: bits).exponential(times: scale)
      let exact = (value.large.numerator.magnitude * scale) / value.large.denominator.magnitude
      #expect(bounds.low <= exact && exact <= bounds.high, "seed \(seed): \(value)")
      #expect(bounds.high - bounds.low <= (exact >> (bits - 12)) + 1, "seed \(seed): \(value)")
    }
  }

  @Test func `a quotient is rounded outwards on either side of 0`() {
    let value = Enclosure(low: -10, high: 10, bits: 4) / 3
    #expect(value.low <= -4 && value.high >= 4)
    let negative = Enclosure(low: -11, high: -10, bits: 4) / 3
    #expect(negative.low <= -4 && negative.high >= -3)
    #expect(Enclosure(low: -1, high: 1, bits: 4).magnitude == nil)
  }
}
