import BigInt
import Testing

@testable import RuleModel

@Suite("Products of powers")
struct PowerProductTests {
  private func isOne(_ powers: [(String, BigInt)]) -> Bool {
    var product = PowerProduct()
    for (base, exponent) in powers { product.multiply(rational(base), toThe: exponent) }
    return product.isOne
  }

  @Test func `identities of any size are found`() {
    let huge = BigInt(10).power(30)
    #expect(isOne([]))
    #expect(isOne([("1", huge)]))
    #expect(isOne([("4", huge), ("2", -2 * huge)]))
    #expect(isOne([("6", huge), ("10", huge), ("15", huge), ("30", -2 * huge)]))
    #expect(isOne([("8/27", 2 * huge), ("9/4", 3 * huge)]))
    #expect(isOne([("12.5", 4), ("0.08", 4)]))
  }

  @Test func `a product that is only almost 1 is not 1`() {
    let huge = BigInt(10).power(30)
    #expect(!isOne([("4", huge), ("2", -2 * huge + 1)]))
    #expect(!isOne([("2", 665), ("3", -665), ("3/2", 664)]))
    #expect(!isOne([("1.00000000000000000000000000000000000000000001", 1)]))
    #expect(!isOne([("7/11", 1)]))
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `the answer is that of multiplying out`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    var powers = (0..<samples.whole(1...4)).map { _ in (Fraction(samples.whole(1...12), samples.whole(1...12)), samples.whole(-3...3)) }
    if samples.whole(0...1) == 0 {
      // Make it 1, in another order and with the powers taken apart.
      powers += powers.reversed().map { ($0.0 * $0.0, -$0.1) } + powers
    }
    var product = PowerProduct()
    for (base, exponent) in powers { product.multiply(base, toThe: BigInt(exponent)) }
    let exact = powers.reduce(Fraction.one) { $0 * power(of: $1.0, $1.1) }
    #expect(product.isOne == (exact == .one), "seed \(seed): \(powers)")
  }
}
