import Testing
import Timbang

/// What would reach a zone, worked by hand.
@Suite("Targets")
struct TargetTests {
  private static let fields = """
    fields:
      loket: {per: unit, type: yes_no}
      tingkat: {per: unit, type: level, range: [0, 4]}
      hari: {per: unit, type: count, range: [0, 30], unit: hari}
      uji: {per: unit, type: number, range: [0, 100]}
    """
  private static let scales = (
    loket: "yes_no: loket", tingkat: "levels: {field: tingkat, scores: {0: 0, 1: 25, 2: 50, 3: 75, 4: 100}}",
    hari: "linear: {field: hari, worst: 30, best: 0}",
    uji: "bands: {field: uji, rows: [{from: 0, score: 0}, {from: 50, score: 50}, {from: 75, score: 75}, {from: 90, score: 100}]}"
  )

  /// Two units. Weights 20, 30, 25, 25; hijau from 60.
  private static func rules(
    fields: String = fields, extra: String = "", round: String = "2", combine: String = "mean", missing: String = "error",
    zones: String =
      "{ladder: [{id: merah, from: 0}, {id: c, from: 45, zone: kuning}, {id: b, from: 60, zone: hijau}, {id: a, from: 90, zone: hijau}]}"
  ) -> String {
    """
    timbang: 1
    id: uji
    edition: 2022
    units: {institution: {}, unit: {in: institution}}
    \(fields)
    defaults: {missing: \(missing)}
    score:
      id: total
      at: unit
      round: \(round)
      combine: \(combine)
      parts:
        - {id: loket, weight: 20, \(scales.loket)}
        - {id: tingkat, weight: 30, \(scales.tingkat)}
        - {id: hari, weight: 25, \(scales.hari)}
        - {id: uji, weight: 25, \(scales.uji)}
    \(extra)
    zones: \(zones)
    """
  }
  /// u1: 20 x 1 + 30 x 0.5 + 25 x 0.5 + 25 x 0.5 = 60; u2 the same without the desk: 40. The total is 50.
  private static let data = """
    k,u1,loket,1
    k,u1,tingkat,2
    k,u1,hari,15
    k,u1,uji,60
    k,u2,loket,0
    k,u2,tingkat,2
    k,u2,hari,15
    k,u2,uji,60
    """

  @Test("what is missing where a group does not apply ends no search")
  func notApplicable() throws {
    let yaml = """
      timbang: 1
      id: uji
      edition: 2022
      units: {institution: {}, unit: {in: institution}}
      fields: {loket: {per: unit, type: yes_no}, daring: {per: unit, type: yes_no}, hari: {per: unit, type: count, range: [0, 30]}}
      defaults: {missing: error}
      score:
        id: total
        at: unit
        parts:
          - {id: loket, weight: 50, yes_no: loket}
          - {id: g, weight: 50, when: "daring", parts: [{id: hari, weight: 1, linear: {field: hari, worst: 30, best: 0}}]}
      zones: {ladder: [{id: c, from: 0}, {id: b, from: 70}]}

      """
    // u1: (0 + 50) / 2 = 25, u2: 100 without the group, so 62.5. For 70 u1 needs 40: 80 for hari, which 6 days give; a desk gives it 75.
    let example = try TargetExample(yaml: yaml, data: "k,u1,loket,0\nk,u1,daring,1\nk,u1,hari,15\nk,u2,loket,1\nk,u2,daring,0")
    let target = try example.target("b")
    #expect(target.single.map(\.told) == ["loket yes -> 87.5", "hari <= 6 -> 70"])
    example.confirm(target)
  }

  @Test("a way on which a formula fails is no way")
  func failing() throws {
    let yaml = """
      timbang: 1
      id: uji
      edition: 2022
      units: {institution: {}}
      fields: {y: {per: institution, type: count, range: [0, 10]}}
      score:
        id: total
        parts:
          - {id: y, weight: 50, linear: {field: y, worst: 0, best: 10}}
          - {id: f, weight: 50, formula: "20 * (10 - y) / (10 - y)"}
      zones: {ladder: [{id: c, from: 0}, {id: a, from: 58}]}

      """
    let example = try TargetExample(yaml: yaml, data: "k,y,5")
    // (50 + 20) / 2 = 35. For 58 all 10 are needed, and then the formula divides by 0.
    let none = try example.target("a")
    #expect(none.single.isEmpty && none.fewest == nil)
  }

  @Test("goalposts that do not clamp end no search, but no answer goes beyond them")
  func goalposts() throws {
    // The number is 30 of 100; between 0 and 50 that is 60. From 40 on it is 80 and green, above 50 it has no score.
    let yaml = { (keys: String) in
      """
      timbang: 1
      id: uji
      edition: 2022
      units: {institution: {}}
      fields: {nilai: {per: institution, type: number, range: [0, 100]}}
      score: {id: total, goalposts: {\(keys)}, parts: [{id: nilai, weight: 1, linear: {field: nilai, worst: 0, best: 100}}]}
      zones: {on: exact, ladder: [{id: merah, from: 0}, {id: hijau, from: 80}]}
      """
    }
    for keys in ["worst: 0, best: 50", "worst: 0, best: 50, clamp: true"] {
      let target = try TargetExample(yaml: yaml(keys), data: "k,nilai,30").target("hijau")
      #expect(target.single.map(\.told) == ["nilai >= 40 -> 80"] && target.best.total == Fraction(100))
      #expect(!target.isFewestProven && target.fewest?.raised.count == 1)
    }
    // The other way round more of it gives less: 30 between 100 and 0 is 70, and 20 would be green.
    let reversed = try TargetExample(yaml: yaml("worst: 100, best: 0"), data: "k,nilai,30").target("hijau")
    #expect(reversed.single.isEmpty && reversed.fewest == nil && reversed.best.total == Fraction(70))
    #expect(reversed.notConsidered.map(\.reason) == [.reversed] && reversed.notConsidered.map(\.part) == ["nilai"])
  }

  @Test("each indicator that suffices alone has its smallest floor, the fewest entities first")
  func single() throws {
    let example = try TargetExample(yaml: Self.rules(), data: Self.data)
    let target = try example.target("hijau")
    // 59.995 is printed 60.00; 9.995 points are missing, printed so that they suffice.
    #expect(target.threshold.value == Fraction(11999, 200) && !target.threshold.isStrict)
    #expect(target.threshold.missing(from: target.total) == Fraction(1999, 200))
    #expect(target.threshold.printedMissing(from: target.total, places: 2) == Fraction(10))
    #expect(
      target.single.map(\.told) == [
        // The desk of u2: 20 / 2 = 10.
        "loket yes -> 60",
        // Level 3 gives 0.3 x 25 = 7.5, level 4 gives 15.
        "tingkat >= 4 -> 65",
        // 0.25 x 100 x 12 / 30 = 10; at 4 days it is 0.25 x 100 x 11 / 30 = 9.17.
        "hari <= 3 -> 60",
        // 75 gives 0.25 x 25 = 6.25, 90 gives 12.5.
        "uji >= 90 -> 62.5",
      ])
    #expect(
      target.single.map { $0.raised.map { [$0.entities, $0.considered, $0.cells.count] } } == [
        [[1, 2, 1]], [[2, 2, 2]], [[2, 2, 2]], [[2, 2, 2]],
      ])
    #expect(target.fewest?.told == "tingkat >= 4 -> 65")
    #expect(target.isFewestProven)
    #expect(target.best.total == Fraction(100))
    example.confirm(target)
  }

  @Test("one unit alone: its fewest indicators, the last one to its smallest floor")
  func units() throws {
    let target = try TargetExample(yaml: Self.rules(), data: Self.data).target("b")
    #expect(!target.isColour)
    // u1 at its best: (100 + 40) / 2. Its level gives 15 / 2 = 7.5; 2.495 remain, 19.96 points of days in one of two units at a quarter,
    // so 9 days (70 points) and not 10 (66.67).
    // u2 at its best: (60 + 100) / 2. Its desk gives 10.
    #expect(target.units.map(\.entity) == ["k/u1", "k/u2"])
    #expect(target.units.map(\.best.total) == [Fraction(70), Fraction(80)])
    #expect(target.units.map { $0.fewest?.told } == ["tingkat >= 4, hari <= 9 -> 60", "loket yes -> 60"])
  }

  @Test("several indicators: the largest gains, and the largest share per point")
  func several() throws {
    let example = try TargetExample(yaml: Self.rules(), data: Self.data)
    let target = try example.target("a")
    // 39.995 are missing of 50: level 15, days 12.5, test 12.5, desk 10; the first three give 40.
    #expect(target.single.isEmpty)
    #expect(target.fewest?.told == "tingkat >= 4, hari <= 0, uji >= 90 -> 90")
    // Shares 0.30, 0.25, 0.25, 0.20: the same order.
    #expect(target.fewestPoints?.told == target.fewest?.told)
    #expect(target.units.map(\.best.reaches) == [false, false])
    #expect(target.units.allSatisfy { $0.fewest == nil })
    example.confirm(target)
  }

  @Test("what is reached says with how much to spare, and what cannot be reached says how far it goes")
  func edges() throws {
    let reached = try TargetExample(yaml: Self.rules(), data: Self.data).target("KUNING")
    // 50 - 44.995.
    #expect(reached.isReached && reached.threshold.missing(from: reached.total) == Fraction(-5005, 1000))
    #expect(reached.single.isEmpty && reached.fewest == nil && reached.units.isEmpty)
    // A range that ends at 80 lets the test reach 75 points and no more: 20 + 30 + 25 + 18.75 = 93.75, below 95.
    let fields = Self.fields.replacing(
      "uji: {per: unit, type: number, range: [0, 100]}", with: "uji: {per: unit, type: number, range: [0, 80]}")
    let zones = "{ladder: [{id: merah, from: 0}, {id: hijau, from: 95}]}"
    let yaml = Self.rules(fields: fields, zones: zones).replacing(", {from: 90, score: 100}", with: "")
    let far = try TargetExample(yaml: yaml, data: Self.data).target("hijau")
    #expect(far.best.total == Fraction(375, 4) && !far.best.reaches)
    #expect(far.single.isEmpty && far.fewest == nil && far.units.allSatisfy { $0.fewest == nil })
  }

  @Test(
    "the threshold follows the rounding of the total",
    arguments: [
      ("2", "59.995", false), ("{places: 0, mode: half_up}", "59.5", false), ("{places: 2, mode: down}", "60", false),
      ("{places: 1, mode: up}", "59.9", true),
      // A tie goes to the even digit: 59.5 to 60, but 60.5 to 60 as well.
      ("{places: 0, mode: half_even}", "59.5", false),
    ])
  func thresholds(round: String, value: String, isStrict: Bool) throws {
    let target = try TargetExample(yaml: Self.rules(round: round), data: Self.data).target("hijau")
    #expect(target.threshold.value == Fraction(exact: value))
    #expect(target.threshold.isStrict == isStrict)
    let nudge = Fraction(1, 1_000_000)
    let edition = target.edition
    let line = Fraction(60)
    #expect(edition.reported(target.threshold.value - nudge) < line)
    #expect((edition.reported(target.threshold.value) >= line) == !isStrict)
    #expect(edition.reported(target.threshold.value + nudge) >= line)
    // 9.9 and a little more, in one decimal, is 10.0.
    if isStrict { #expect(target.threshold.printedMissing(from: target.total, places: 1) == Fraction(10)) }
  }

  @Test("where the exact total decides, the line is the threshold")
  func exact() throws {
    let zones = "{on: exact, ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}"
    let target = try TargetExample(yaml: Self.rules(zones: zones), data: Self.data).target("hijau")
    #expect(target.threshold.value == Fraction(60) && !target.threshold.isStrict)
    // An odd digit: 60.5 goes to the even 60, so 61 needs more than 60.5.
    let odd = "{ladder: [{id: merah, from: 0}, {id: hijau, from: 61}]}"
    let even = try TargetExample(yaml: Self.rules(round: "{places: 0, mode: half_even}", zones: odd), data: Self.data).target("hijau")
    #expect(even.threshold.value == Fraction(121, 2) && even.threshold.isStrict)
  }

  @Test("missing cells under zero are raised, those under skip are left alone and named")
  func missing() throws {
    let data = Self.data.replacing("k,u2,tingkat,2\n", with: "")
    // Zero: u2 has 12.5 + 12.5 = 25, the total is 42.5; its level alone at 4 adds 15, both levels add 22.5.
    let zero = try TargetExample(yaml: Self.rules(missing: "zero"), data: data)
    let target = try zero.target("hijau")
    #expect(target.total == Fraction(85, 2))
    #expect(target.single.map(\.told) == ["tingkat >= 4 -> 65"])
    #expect(target.single.first?.raised.first?.cells.map(\.from) == [Fraction(2), nil])
    zero.confirm(target)
    // Skip: u2 has 25 / 70 x 100 = 35.71; raising the level of u1 alone adds 7.5.
    let skip = try TargetExample(yaml: Self.rules(missing: "skip"), data: data)
    let other = try skip.target("hijau")
    #expect(other.notConsidered.map { "\($0.part) \($0.reason) \($0.entities)" } == ["tingkat missing [\"k/u2\"]"])
    #expect(!other.single.contains { $0.raised.contains { $0.part == "tingkat" } })
    skip.confirm(other)
  }

  @Test("a formula is named and left alone, and what it reads moves with the indicators")
  func formula() throws {
    let extra = "    - {id: rumus, weight: 100, formula: \"uji\"}"
    let example = try TargetExample(yaml: Self.rules(extra: extra), data: Self.data)
    let target = try example.target("hijau")
    #expect(target.notConsidered.map { "\($0.part) \($0.reason) \($0.entities)" } == ["rumus formula []"])
    // Half of 50 and half of 60 are 55. The test at 75 raises both halves: (50 + 6.25 + 75) / 2 = 65.63.
    #expect(target.single.contains { $0.told == "uji >= 75 -> 65.625" })
    #expect(!target.isFewestProven)
    example.confirm(target, stepping: false)
  }

  @Test("a minimum needs all that stand at the bottom, and says that it is no proven fewest")
  func minimum() throws {
    let example = try TargetExample(yaml: Self.rules(combine: "min"), data: Self.data)
    let target = try example.target("hijau")
    // u1 has min(100, 50, 50, 50) = 50, u2 has 0: 25. For 60 in the mean both have to rise: u1 to 100 with u2 at 20, and so on.
    #expect(target.total == Fraction(25) && target.single.isEmpty)
    #expect(!target.isFewestProven)
    let fewest = try #require(target.fewest)
    #expect(Set(fewest.raised.map(\.part)) == ["loket", "tingkat", "hari", "uji"])
    example.confirm(target)
  }

  @Test("a checklist is raised item by item, those that count most first")
  func checklist() throws {
    let yaml = """
      timbang: 1
      id: uji
      edition: 2022
      units: {institution: {}}
      fields:
        a: {per: institution, type: yes_no}
        b: {per: institution, type: yes_no}
        c: {per: institution, type: yes_no}
        d: {per: institution, type: yes_no}
      score:
        id: total
        round: 2
        parts: [{id: daftar, weight: 100, checklist: {items: [a, b, c, d], points: {d: 2}}}]
      zones: {ladder: [{id: merah, from: 0}, {id: kuning, from: 50}, {id: hijau, from: 80}]}
      """
    // a of 5 points: 20. Two items: d first, 3 of 5 points, 60. Three: b as well, 80.
    let example = try TargetExample(yaml: yaml, data: "k,a,1\nk,b,0\nk,c,0\nk,d,0")
    let yellow = try example.target("kuning")
    #expect(yellow.single.map(\.told) == ["daftar 2 of 4 -> 60"])
    #expect(yellow.single.first?.raised.first?.cells.map(\.field) == ["d"])
    let green = try example.target("hijau")
    #expect(green.single.map(\.told) == ["daftar 3 of 4 -> 80"])
    #expect(green.single.first?.raised.first?.cells.map(\.field) == ["b", "d"])
    #expect(green.units.isEmpty)
    example.confirm(yellow)
    example.confirm(green)
  }

  @Test("bands that fall name the most that a value may be, and bands with a top in the middle what it has to be worth")
  func bands() throws {
    let yaml = { (rows: String) in
      """
      timbang: 1
      id: uji
      edition: 2022
      units: {institution: {}}
      fields: {hari: {per: institution, type: number, range: [0, 30]}}
      score: {id: total, parts: [{id: hari, weight: 100, bands: {field: hari, rows: [\(rows)]}}]}
      zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}
      """
    }
    let falling = try TargetExample(
      yaml: yaml("{from: 0, score: 100}, {from: 5, score: 70}, {from: 10.5, score: 20}"), data: "k,hari,12")
    let target = try falling.target("hijau")
    #expect(target.single.map(\.told) == ["hari <= 10.49 -> 70"])
    falling.confirm(target)
    let peak = try TargetExample(
      yaml: yaml("{from: 0, score: 10}, {from: 5, score: 90}, {from: 10, score: 20}"), data: "k,hari,12")
    let middle = try peak.target("hijau")
    #expect(middle.single.map(\.told) == ["hari worth 90 -> 90"])
    #expect(middle.single.first?.raised.first?.cells.map(\.to) == [Fraction(999, 100)])
    peak.confirm(middle)
  }

  @Test("an answer that is better when it is no is asked to be no, and what does not apply is left alone")
  func conditions() throws {
    let yaml = """
      timbang: 1
      id: uji
      edition: 2022
      units: {institution: {}, unit: {in: institution}}
      fields:
        pungli: {per: unit, type: yes_no}
        adu: {per: unit, type: count}
        tuntas: {per: unit, type: number, range: [0, 100]}
      score:
        id: total
        at: unit
        parts:
          - {id: bersih, weight: 50, yes_no: {field: pungli, invert: true}}
          - {id: tuntas, weight: 50, when: "adu > 0", linear: {field: tuntas, worst: 0, best: 100}}
      zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 75}]}
      """
    // u1: no bribes, 40 resolved: 70. u2: bribes, no complaints: 0 of the only part that applies. The total is 35.
    let example = try TargetExample(
      yaml: yaml, data: "k,u1,pungli,0\nk,u1,adu,4\nk,u1,tuntas,40\nk,u2,pungli,1\nk,u2,adu,0\nk,u2,tuntas,5")
    let target = try example.target("hijau")
    // u2 without bribes has 100: (70 + 100) / 2 = 85. Resolving can only lift u1.
    #expect(target.single.map(\.told) == ["bersih no -> 85"])
    #expect(target.best.total == Fraction(100))
    #expect(target.units.map(\.best.total) == [Fraction(50), Fraction(85)])
    example.confirm(target)
  }

  @Test("where one field is read both ways, what takes points away again stays out")
  func bothWays() throws {
    let yaml = """
      timbang: 1
      id: uji
      edition: 2022
      units: {institution: {}}
      fields:
        a: {per: institution, type: yes_no}
        b: {per: institution, type: number, range: [0, 100]}
      score:
        id: total
        parts:
          - {id: naik, weight: 60, yes_no: a}
          - {id: turun, weight: 40, yes_no: {field: a, invert: true}}
          - {id: c, weight: 100, linear: {field: b, worst: 0, best: 100}}
      zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 75}]}
      """
    // 60 of 200 points: 30. Without a it is 20, so all three at their best in turn would be 70; c alone gives 30 + 50.
    let example = try TargetExample(yaml: yaml, data: "k,a,1\nk,b,0")
    let target = try example.target("hijau")
    #expect(target.best.total == Fraction(80))
    #expect(target.single.map(\.told) == ["c >= 90 -> 75"])
    #expect(target.fewest?.told == "c >= 90 -> 75")
    #expect(!target.isFewestProven)
    example.confirm(target)
  }

  @Test("whom the last one makes unnecessary is left out")
  func pruning() throws {
    let yaml = """
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
        parts:
          - {id: a, weight: 40, linear: {field: a, worst: 0, best: 100}}
          - id: dua
            weight: 60
            combine: min
            parts:
              - {id: b, weight: 50, linear: {field: b, worst: 0, best: 100}}
              - {id: c, weight: 50, linear: {field: c, worst: 0, best: 100}}
      zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 55}]}
      """
    // a alone gives 40, b and c nothing alone. All three reach 55, but b and c do without a: 60, and 0.6 x 91.67 = 55.002.
    let example = try TargetExample(yaml: yaml, data: "k,a,0\nk,b,0\nk,c,0")
    let target = try example.target("hijau")
    #expect(target.single.isEmpty && !target.isFewestProven)
    #expect(target.fewest?.told == "b >= 100, c >= 91.67 -> 55.002")
    example.confirm(target)
  }

  @Test("an institution is answered as if it were alone in the data")
  func amongOthers() throws {
    let others = ["a", "z"].map { name in Self.data.replacing("k,", with: "\(name),").replacing(",2\n", with: ",3\n") }
    let example = try TargetExample(yaml: Self.rules(), data: ([Self.data] + others).joined(separator: "\n"))
    let alone = try TargetExample(yaml: Self.rules(), data: Self.data).target("hijau")
    let target = try example.target("hijau", of: 1)
    #expect(target.entity == "k")
    #expect(target.single.map(\.told) == alone.single.map(\.told))
    #expect(target.units.map { $0.fewest?.told } == alone.units.map { $0.fewest?.told })
    example.confirm(target, of: 1)
  }
}
