import Testing
import Timbang

/// The weights at which an institution crosses a line, worked by hand.
@Suite("Break-even weights")
struct BreakEvenTests {
  private static func yaml(_ a: String, _ b: String, _ c: String = "0", combine: String = "mean", line: Int = 50) -> String {
    """
    timbang: 1
    id: uji
    edition: 2022
    units: {institution: {}}
    fields:
      a: {per: institution, type: number, range: [0, 100]}
      b: {per: institution, type: number, range: [0, 100]}
      c: {per: institution, type: number, range: [0, 100]}
    score:
      id: total
      round: 2
      parts:
        - id: kelompok
          weight: 80
          combine: \(combine)
          parts:
            - {id: a, weight: \(a), linear: {field: a, worst: 0, best: 100}}
            - {id: b, weight: \(b), linear: {field: b, worst: 0, best: 100}}
        - {id: c, weight: 20, linear: {field: c, worst: 0, best: 100}}
    zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: \(line)}]}
    """
  }
  private static let data = "k,a,0\nk,b,100\nk,c,50"

  private static func crossings(_ yaml: String, _ zone: String = "hijau") throws -> [String: BreakEven] {
    let example = try TargetExample(yaml: yaml, data: data)
    let all = try example.target(zone).breakEven(in: example.scores, of: 0)
    return Dictionary(all.map { ($0.part, $0) }) { first, _ in first }
  }

  @Test("the nearest weight beyond the line, in its last written place, and one step less is not beyond it")
  func nearest() throws {
    // The group has 40, the total is 0.8 x 40 + 0.2 x 50 = 42. For 49.995 the group needs 49.99375.
    let found = try Self.crossings(Self.yaml("60", "40"))
    // 100 w / (60 + w) >= 49.99375 from w = 59.985: 60. And 4000 / (w + 40) up to w = 40.01: 40.
    #expect(found["b"]?.higher?.weight == Fraction(60) && found["b"]?.lower == nil)
    #expect(found["a"]?.lower?.weight == Fraction(40) && found["a"]?.higher == nil)
    #expect(found["b"]?.higher?.total == Fraction(50) && found["b"]?.higher?.zone?.colour == "hijau")
    #expect(found["b"]?.higher?.share == Fraction(1, 2) && found["b"]?.share == Fraction(2, 5))
    // c has 50, so its share s gives 40 + 10 s: 49.995 takes s = 0.9995, more than 999 times the group's weight.
    #expect(found["c"]?.nearest == nil && found["c"]?.weight == Fraction(20))
    #expect(found["kelompok"]?.nearest == nil)
    // With a decimal the step is finer: 59.99 gives 49.9958 in the group and 49.9967 in all; 59.98 gives 49.9917 and 49.9933.
    #expect(try Self.crossings(Self.yaml("60", "40.25"))["b"]?.higher?.weight == Fraction(5999, 100))
  }

  @Test("the weight does it when it is written into the rules, and the one before it does not")
  func written() throws {
    for weight in [59, 60] {
      let example = try TargetExample(yaml: Self.yaml("60", String(weight)), data: Self.data)
      #expect(try example.target("hijau").isReached == (weight == 60))
    }
    for weight in [41, 40] {
      let example = try TargetExample(yaml: Self.yaml(String(weight), "40"), data: Self.data)
      #expect(try example.target("hijau").isReached == (weight == 40))
    }
  }

  @Test("of an institution in the zone it is the weight that would lose it")
  func losing() throws {
    // The group has 70, the total is 66; 49.995 is the line. 7000 / (w + 70) < 49.99375 from w = 70.0175: 71. 3000 / (30 + w) likewise: w < 29.996.
    let found = try Self.crossings(Self.yaml("30", "70"))
    #expect(found["a"]?.higher?.weight == Fraction(71))
    #expect(found["b"]?.lower?.weight == Fraction(29))
    #expect(found["a"]?.nearest?.zone?.colour == "merah")
  }

  @Test("where weights do not count, none does it")
  func minimum() throws {
    let found = try Self.crossings(Self.yaml("60", "40", combine: "min"))
    #expect(found["a"]?.nearest == nil && found["b"]?.nearest == nil)
  }
}
