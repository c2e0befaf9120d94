import Dice
import RuleModel
import Testing

@Suite("Shares of a logarithmic line")
struct LogShareTests {
  private func share(_ value: String, from worst: String, to best: String, places: Int) -> String {
    logShare(of: rational(value), worst: rational(worst), best: rational(best), places: places).fixedText(places: places)
  }

  @Test func `income in the human development index`() {
    // UNDP, technical notes: (ln 3829 - ln 100) / (ln 75000 - ln 100) = 0.5506
    #expect(share("3829", from: "100", to: "75000", places: 4) == "0.5506")
    // mpmath with 60 digits: 0.800341204886000896235462519092...
    #expect(share("20000", from: "100", to: "75000", places: 12) == "0.800341204886")
    // and 0.735404865447101528414671324949...
    #expect(share("13011.7", from: "100", to: "75000", places: 12) == "0.735404865447")
  }

  @Test func `the ends are 0 and 1, and beyond them it goes on`() {
    #expect(share("100", from: "100", to: "75000", places: 12) == "0.000000000000")
    #expect(share("75000", from: "100", to: "75000", places: 12) == "1.000000000000")
    #expect(share("1", from: "10", to: "100", places: 3) == "-1.000")
    #expect(share("10000", from: "10", to: "100", places: 3) == "3.000")
  }

  @Test func `the better end may be the smaller one`() {
    #expect(share("10", from: "1000", to: "1", places: 6) == "0.666667")
    #expect(share("10000", from: "1000", to: "1", places: 6) == "-0.333333")
    #expect(share("0.001", from: "1000", to: "1", places: 0) == "2")
  }

  @Test func `a tie goes away from 0 and a hair before it does not`() {
    #expect(share("10", from: "1", to: "100", places: 0) == "1")
    #expect(share("9.9999999999999999999999999999999999999999999999999", from: "1", to: "100", places: 0) == "0")
    #expect(share("10.000000000000000000000000000000000000000000000001", from: "1", to: "100", places: 0) == "1")
    #expect(share("10", from: "100", to: "1", places: 0) == "1")
    #expect(share("0.1", from: "1", to: "100", places: 0) == "-1")
    #expect(share("1000", from: "1", to: "100", places: 0) == "2")
    // 2/3 to 3/2 are two steps of 3/2 up, and 1 is in the middle.
    #expect(share("1", from: "2/3", to: "3/2", places: 0) == "1")
    // One of twenty steps: 0.05
    #expect(share("2", from: "1", to: "1048576", places: 1) == "0.1")
    #expect(share("1.99999999999999999999999999", from: "1", to: "1048576", places: 1) == "0.0")
  }

  @Test func `a tie at twelve places is decided without a power of millions of digits`() {
    // 1/8192 = 0.0001220703125
    let best = power(of: Fraction(2), 8192)
    #expect(logShare(of: Fraction(2), worst: .one, best: best, places: 12).fixedText(places: 12) == "0.000122070313")
    let hair = rational("1.000000000000000000000000000001")
    #expect(logShare(of: Fraction(2), worst: .one, best: best / hair, places: 12).fixedText(places: 12) == "0.000122070313")
    #expect(logShare(of: Fraction(2), worst: .one, best: best * hair, places: 12).fixedText(places: 12) == "0.000122070312")
  }

  @Test func `ends that almost meet are told apart`() {
    // ln(1 + 1e-48) and ln(1 + 2e-48): half of it, and a little more because logarithms bend.
    let step = String(repeating: "0", count: 47)
    #expect(share("1.\(step)1", from: "1", to: "1.\(step)2", places: 12) == "0.500000000000")
    #expect(share("1.\(step)1", from: "1", to: "1.\(step)2", places: 0) == "1")
    #expect(share("1.\(step)1", from: "1.\(step)2", to: "1", places: 0) == "0")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `powers enclose the share`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    let places = samples.whole(0...1)
    let worst = samples.points()
    let (up, along) = (Fraction(samples.whole(101...2000), 100), Fraction(samples.whole(100...9000), 100))
    let units = logShare(of: worst * along, worst: worst, best: worst * up, places: places) * power(of: Fraction(10), places)
    guard let units = units.int else {
      Issue.record("seed \(seed): not rounded")
      return
    }
    let steps = power(of: along, places == 0 ? 2 : 20)
    #expect(power(of: up, 2 * units - 1) <= steps, "seed \(seed): \(along) of \(up)")
    #expect(steps < power(of: up, 2 * units + 1), "seed \(seed): \(along) of \(up)")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `scale and powers of all three change nothing, and the two ends share the line`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    let places = samples.whole(0...12)
    let (value, worst) = (samples.points(), samples.points(decimals: 4))
    let best = worst + samples.points(decimals: 3)
    let found = logShare(of: value, worst: worst, best: best, places: places)
    let factor = samples.points(decimals: 5)
    #expect(logShare(of: value * factor, worst: worst * factor, best: best * factor, places: places) == found, "seed \(seed)")
    let exponent = samples.whole(2...5)
    let raised = [value, worst, best].map { power(of: $0, exponent) }
    #expect(logShare(of: raised[0], worst: raised[1], best: raised[2], places: places) == found, "seed \(seed)")
    let turned = [value, worst, best].map { .one / $0 }
    #expect(logShare(of: turned[0], worst: turned[1], best: turned[2], places: places) == found, "seed \(seed)")
    #expect(found + logShare(of: value, worst: best, best: worst, places: places) == .one, "seed \(seed)")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a share rises towards the better end`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    let places = samples.whole(0...12)
    let (value, worst, best) = (samples.points(), samples.points(decimals: 3), samples.points(decimals: 4))
    guard worst != best else { return }
    let step = Fraction(1, 100) + samples.points(decimals: 7) / Fraction(1_000_000)
    let further = best > worst ? value + step : value / (.one + step)
    let shares = [value, further].map { logShare(of: $0, worst: worst, best: best, places: places) }
    #expect(shares[0] <= shares[1], "seed \(seed)")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `shares that are ties go away from 0`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    // worst * r^m of worst * r^2, or of r^20 at one place, for an odd m: m/2 or m/20.
    let places = samples.whole(0...1)
    let m = 2 * samples.whole(-10...10) + 1
    let worst = samples.points()
    let ratio = Fraction(samples.whole(2...30), samples.whole(31...60))
    let best = worst * power(of: ratio, places == 0 ? 2 : 20)
    let found = logShare(of: worst * power(of: ratio, m), worst: worst, best: best, places: places)
    let expected = Fraction(m, 2).rounded(places: 0, mode: .halfUp) / power(of: Fraction(10), places)
    #expect(found == expected, "seed \(seed): \(m) steps of \(ratio)")
  }

  @Test func `two hundred shares at twelve places take no time`() {
    let time = ContinuousClock().measure {
      for income in 1001...1200 {
        _ = logShare(of: Fraction(income), worst: Fraction(100), best: Fraction(75000), places: 12)
      }
    }
    // 0.004 s where it is optimized; the bound leaves room for a debug build on a busy machine.
    #expect(time < .seconds(timeLimit(5, unoptimized: 5)))
  }
}
