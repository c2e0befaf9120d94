import BigInt
@testable import RuleModel
import Testing

/// The edges between the short and the long form of a number, one smallest case each.
@Suite("Edges of exact numbers")
struct FractionEdgeTests {
  private let two = Fraction(2)

  private func power(_ exponent: Int) -> Fraction {
    (0..<exponent).reduce(Fraction.one) { product, _ in product * two }
  }

  /// The library for large numbers reads a negative number of several words back as another one (BigInt 6.0.1, `Int128(exactly:)`).
  @Test func `a negative number of two words survives its way through large numbers`() throws {
    let number = -power(64) - .one
    #expect(number.exactText == "-18446744073709551617")
    #expect(try #require(Fraction(decimal: "-18446744073709551617")) == number)
    #expect(number + power(100) - power(100) == number)
    #expect(number + power(130) - power(130) == number)
    #expect((number + power(130) - power(130)).isShort)
    #expect(number / power(130) * power(130) == number)
    #expect(number < .zero && number + power(130) > .zero && number - power(130) < number)
  }

  @Test func `the lowest number of 128 bits is kept as a large one, whichever way it is reached`() throws {
    let lowest = -power(127)
    #expect(lowest.exactText == "-170141183460469231731687303715884105728")
    #expect(!lowest.isShort && (lowest + .one).isShort && !power(127).isShort && (power(127) - .one).isShort)
    let ways = [
      -power(126) - power(126), -power(126) * two, -power(128) / two, lowest - .one + .one, lowest + .one - .one,
      .zero - power(127), try #require(Fraction(decimal: "-170141183460469231731687303715884105728")), Fraction(reducing: Int128.min, 1),
      Fraction(reducing: Int128.min, -1) * Fraction(-1), power(127) / Fraction(-1), power(126) / Fraction(-1, 2),
    ]
    for way in ways { #expect(way == lowest && way.hashValue == lowest.hashValue && way.exactText == lowest.exactText) }
    #expect(-lowest == power(127) && lowest.magnitude == power(127) && lowest.signum == -1 && lowest.isWhole)
    #expect(Set(ways).count == 1)
  }

  @Test func `halves of the lowest number of 128 bits are reduced`() {
    #expect(Fraction(reducing: Int128.min, 2).exactText == "-85070591730234615865843651857942052864")
    #expect(Fraction(reducing: Int128.min, Int128.min) == .one)
    #expect(Fraction(reducing: 2, Int128.min).exactText == "-1/85070591730234615865843651857942052864")
    #expect(Fraction(reducing: 3, Int128.min).exactText == "-3/170141183460469231731687303715884105728")
    #expect(Fraction(reducing: Int128.max, Int128.max) == .one)
    #expect(Fraction(Int.min, Int.min) == .one && Fraction(Int.min, -1).exactText == "9223372036854775808")
  }

  @Test func `nothing is left of a number over the edge when it is taken away`() {
    let large = power(140) / Fraction(3)
    #expect(large - large == .zero && (large - large).isShort && (large - large).isZero)
    #expect(Set([large - large, .zero, -Fraction.zero, large * .zero, .zero / large]).count == 1)
    #expect(large / large == .one && (large / large).isShort)
  }

  @Test func `a numerator and a denominator over the edge may meet in a small number`() {
    let product = power(200) * Fraction(7)
    #expect((product / (power(200) * Fraction(-3))).exactText == "-7/3")
    #expect((product / (power(200) * Fraction(-3))).isShort)
    #expect((Fraction(1) / power(127)).exactText == "1/170141183460469231731687303715884105728")
    #expect(!(Fraction(1) / power(127)).isShort)
    #expect(Fraction(1) / power(127) * power(126) == Fraction(1, 2))
  }

  @Test func `the order holds where cross products leave 128 bits`() {
    let a = power(100) / (power(100) - .one)
    let b = (power(100) + .one) / power(100)
    // a = 1 + 1/(x-1), b = 1 + 1/x.
    #expect(b < a && !(a < b) && -a < -b && a != b)
    #expect([a, -b, b, -a].sorted() == [-a, -b, b, a])
  }
}
