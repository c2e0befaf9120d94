import Dice
import BigInt
import RuleModel
import Testing

@Suite("Exact arithmetic")
struct FractionArithmeticTests {
  @Test(arguments: Dice.seeds)
  func `sums, differences, products and quotients agree with whole numbers of any size`(seed: UInt64) {
    var dice = Dice(seed: seed)
    var (grew, shrank) = (0, 0)
    for round in 0..<300 {
      let (a, longA) = dice.number()
      let (b, longB) = dice.number()
      let place: Comment = "seed \(seed), round \(round): \(a) and \(b)"
      expect(a + b, is: longA + longB, place)
      expect(a - b, is: longA - longB, place)
      expect(a * b, is: longA * longB, place)
      if !b.isZero { expect(a / b, is: longA / longB, place) }
      expect(-a, is: LongFraction(0, 1) - longA, place)
      // There and back again, over the edge of 128 bits.
      expect(a + b - b, is: longA, place)
      if !b.isZero { expect(a * b / b, is: longA, place) }
      if a.isShort && b.isShort && !(a * b).isShort { grew += 1 }
      if !b.isShort && (b - b + a).isShort { shrank += 1 }
    }
    #expect(grew > 20 && shrank > 20, "seed \(seed): the numbers must cross 128 bits both ways")
  }

  @Test(arguments: Dice.seeds)
  func `the order agrees with whole numbers of any size`(seed: UInt64) {
    var dice = Dice(seed: seed)
    for round in 0..<300 {
      let (a, longA) = dice.number()
      let (b, longB) = dice.number()
      let place: Comment = "seed \(seed), round \(round): \(a) and \(b)"
      #expect((a < b) == (longA < longB), place)
      #expect((a == b) == (longA == longB), place)
      #expect((a > b) == (longB < longA), place)
      #expect(a.signum == (longA.numerator > 0 ? 1 : longA.numerator < 0 ? -1 : 0), place)
      #expect(a.isZero == (longA.numerator == 0), place)
      #expect(a.isWhole == (longA.numerator % longA.denominator == 0), place)
      #expect(a.magnitude == (a < .zero ? -a : a), place)
      // A neighbour as near as can be is still another number.
      let near = a + Fraction(1, Int.max)
      #expect(a < near && near > a && a != near, place)
    }
  }

  @Test(arguments: Dice.seeds)
  func `equal numbers reached in different ways are equal and hash alike`(seed: UInt64) {
    var dice = Dice(seed: seed)
    for round in 0..<200 {
      let (a, _) = dice.number()
      let (b, _) = dice.number()
      let (c, _) = dice.number()
      let place: Comment = "seed \(seed), round \(round): \(a), \(b), \(c)"
      #expect(Set([a + b + c, c + b + a, b + (a + c)]).count == 1, place)
      #expect(Set([a * (b + c), a * b + a * c, c * a + b * a]).count == 1, place)
      #expect(Set([a - b, -(b - a), a + -b]).count == 1, place)
      if !b.isZero, !c.isZero { #expect(Set([a / b / c, a / (b * c), a / c / b]).count == 1, place) }
    }
  }

  @Test func `a third three times is one`() {
    #expect(Fraction(1, 3) + Fraction(1, 3) + Fraction(1, 3) == .one)
    #expect(Fraction(1, 3) * Fraction(3) == .one)
    #expect(Fraction(2, 6) == Fraction(1, 3) && Fraction(-1, -3) == Fraction(1, 3) && Fraction(1, -3) == -Fraction(1, 3))
  }

  @Test func `thirty weights of a thirtieth of 100 make 100, and ten of 0.1 make 1`() throws {
    let thirtieth = try #require(Fraction(exact: "100/30"))
    #expect((1...30).map { _ in thirtieth }.sum() == Fraction(100))
    let tenth = try #require(Fraction(decimal: "0.1"))
    #expect((1...10).map { _ in tenth }.sum() == .one)
    #expect([Fraction]().sum() == .zero)
  }

  @Test func `adding and taking away in place do the same`() {
    var number = Fraction(1, 2)
    number += Fraction(1, 3)
    #expect(number == Fraction(5, 6))
    number -= Fraction(1, 2)
    #expect(number == Fraction(1, 3))
  }

  @Test func `a whole number that fits is an Int, and no other is`() throws {
    #expect(Fraction(Int.min).int == .min && Fraction(Int.max).int == .max && Fraction(6, 3).int == 2)
    #expect(Fraction(1, 2).int == nil)
    #expect((Fraction(Int.max) + .one).int == nil)
    #expect((Fraction(Int.min) - .one).int == nil)
    #expect(try #require(Fraction(decimal: "1" + String(repeating: "0", count: 50))).int == nil)
  }
}
