import Dice
import RuleModel
import Testing

@Suite("Geometric means")
struct GeometricMeanTests {
  /// The mean of `weight:value` pairs.
  private func mean(_ members: String, places: Int) -> String {
    let pairs = members.split(separator: " ").map { $0.split(separator: ":").map { rational(String($0)) } }
    return geometricMean(pairs.map { ($0[0], $0[1]) }, places: places).fixedText(places: places)
  }

  @Test func `the human development index is the cube root of three indices`() {
    // UNDP, technical notes: (0.6971 * 0.3447 * 0.5506)^(1/3) = 0.510. The exact root begins 0.5095579.
    #expect(mean("1:0.6971 1:0.3447 1:0.5506", places: 3) == "0.510")
    // Costa Rica as printed for 2013: (0.922 * 0.653 * 0.735)^(1/3) = 0.76203890997982...
    #expect(mean("1:0.922 1:0.653 1:0.735", places: 12) == "0.762038909980")
  }

  @Test func `roots that are whole numbers come out whole`() {
    #expect(mean("1:4 1:9", places: 0) == "6")
    #expect(mean("1:2 1:4 1:8", places: 12) == "4.000000000000")
    // 8^(1/3) * 27^(2/3) = 2 * 9
    #expect(mean("10.925:8 21.85:27", places: 5) == "18.00000")
  }

  @Test func `published weights need no powers`() {
    // exp((21.85 ln 71.23 + 32.37 ln 60.11 + 24.24 ln 88.77 + 21.54 ln 50) / 100) = 65.89762761585021542...
    #expect(mean("21.85:71.23 32.37:60.11 24.24:88.77 21.54:50", places: 12) == "65.897627615850")
    #expect(mean("21.85:71.23 32.37:60.11 24.24:88.77 21.54:50", places: 2) == "65.90")
  }

  @Test func `a single member is its own mean, half up`() {
    #expect(mean("21.85:66.665", places: 2) == "66.67")
    #expect(mean("1:100/3", places: 4) == "33.3333")
  }

  @Test func `members of one value have that mean, half up`() {
    #expect(mean("1:77.5 1:77.5 1:77.5", places: 0) == "78")
    #expect(mean("21.85:77.5 32.37:77.5", places: 1) == "77.5")
  }

  @Test func `a value of 0 makes the mean 0`() {
    #expect(mean("1:0 99999:100", places: 2) == "0.00")
    #expect(mean("1:0", places: 0) == "0")
  }

  @Test func `a tie goes up and a hair below it does not`() {
    // sqrt(1.25 * 5) = 2.5
    #expect(mean("1:1.25 1:5", places: 0) == "3")
    #expect(mean("1:1.25 1:4.99999999999999999999999999999999999999999999999", places: 0) == "2")
    #expect(mean("1:1.25 1:5.00000000000000000000000000000000000000000000001", places: 0) == "3")
    // 66.665 = (266.66^2 * 33.3325 * 33.3325^3)^(1/6), because 4^2 = 2 * 2^3
    #expect(mean("21.85:266.66 10.925:33.3325 32.775:33.3325", places: 2) == "66.67")
    #expect(mean("21.85:266.66 10.925:33.3325 32.775:33.3324999999999999999999999999", places: 2) == "66.66")
  }

  @Test func `a tie at twelve places goes up`() {
    // t = 0.1234567890125 is the root of 2t and t/2.
    #expect(mean("21.85:0.246913578025 21.85:0.06172839450625", places: 12) == "0.123456789013")
  }

  @Test func `extreme weights and values are no trouble`() {
    let big = "1" + String(repeating: "0", count: 50)
    #expect(mean("0.00000001:2 \(big):77.5", places: 0) == "77")
    #expect(mean("0.00000001:99 \(big):77.5", places: 0) == "78")
    #expect(mean("1:\(big) 1:1", places: 2) == "1" + String(repeating: "0", count: 25) + ".00")
    #expect(mean("1:\(big) 1:100\(big.dropFirst())", places: 2) == "1" + String(repeating: "0", count: 51) + ".00")
    let small = "0." + String(repeating: "0", count: 49) + "1"
    #expect(mean("1:\(small) 2:\(small) 1:0.1", places: 12) == "0.000000000000")
    #expect(mean("1:\(small) 1:\(big)", places: 12) == "1.000000000000")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `the mean to the power of the weights encloses the product`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    let places = samples.whole(0...4)
    let members = (0..<samples.whole(2...5)).map { _ in (weight: samples.whole(1...6), value: samples.points()) }
    let found = geometricMean(members.map { (Fraction($0.weight), $0.value) }, places: places)

    let degree = members.reduce(0) { $0 + $1.weight }
    let product = members.reduce(Fraction.one) { $0 * power(of: $1.value, $1.weight) }
    let half = Fraction(1, 2) / power(of: Fraction(10), places)
    #expect(found < half || power(of: found - half, degree) <= product, "seed \(seed): \(members)")
    #expect(product < power(of: found + half, degree), "seed \(seed): \(members)")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `scale, order and the sum of the weights change nothing`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    let places = samples.whole(0...11)
    let members = (0..<samples.whole(2...6)).map { _ in (weight: samples.points(), value: samples.points(decimals: samples.whole(0...9))) }
    let found = geometricMean(members, places: places)
    let factor = samples.points(decimals: 5)
    #expect(geometricMean(members.reversed(), places: places) == found, "seed \(seed)")
    #expect(geometricMean(members.map { ($0.weight * factor, $0.value) }, places: places) == found, "seed \(seed)")
    let tenfold = members.map { (weight: $0.weight, value: $0.value * Fraction(10)) }
    #expect(geometricMean(tenfold, places: places) == Fraction(10) * geometricMean(members, places: places + 1), "seed \(seed)")
    let halved = members.map { (weight: $0.weight / Fraction(2), value: $0.value) }
    #expect(geometricMean(halved + halved, places: places) == found, "seed \(seed)")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a mean rises with each value and stays between the extremes`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    let places = samples.whole(0...12)
    var members = (0..<samples.whole(2...6)).map { _ in (weight: samples.points(), value: samples.points()) }
    let found = geometricMean(members, places: places)
    let values = members.map { $0.value.rounded(places: places, mode: .halfUp) }.sorted()
    #expect(values[0] <= found && found <= values[values.count - 1], "seed \(seed)")
    members[0].value += Fraction(1, 100)
    #expect(geometricMean(members, places: places) >= found, "seed \(seed)")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `means that are ties go up, whatever the weights`(seed: UInt64) {
    var samples = RootSamples(seed: seed)
    let places = samples.whole(0...11)
    let units = samples.whole(0...5000)
    let tie = Fraction(2 * units + 1, 2) / power(of: Fraction(10), places)
    // tie * r^q with the weight p, and tie / r^p with the weight q, for a share p : q.
    let (p, q) = (samples.whole(1...9), samples.whole(1...9))
    let ratio = Fraction(samples.whole(2...30), samples.whole(31...60))
    let unit = samples.points()
    let members = [
      (weight: Fraction(p) * unit, value: tie * power(of: ratio, q)), (weight: Fraction(q) * unit, value: tie / power(of: ratio, p)),
    ]
    #expect(geometricMean(members, places: places) == Fraction(units + 1) / power(of: Fraction(10), places), "seed \(seed)")
  }

  @Test func `two hundred means of published weights take no time`() {
    let weights = ["21.85", "32.37", "24.24", "21.54"].map(rational)
    let time = ContinuousClock().measure {
      for index in 1...200 {
        _ = geometricMean(weights.map { ($0, Fraction(index) + $0) }, places: 2)
      }
    }
    // 0.01 s where it is optimized; the bound leaves room for a debug build on a busy machine.
    #expect(time < .seconds(timeLimit(5, unoptimized: 5)))
  }
}
