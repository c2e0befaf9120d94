import Foundation
import Observations
import RuleDiagnostics
import RuleModel
import Scoring
import Testing

@testable import Exploring

@Suite("How far scores depend on weights")
struct SensitivityTests {
  @Test("the generator gives the numbers of its reference")
  func reference() {
    // SplitMix64 of the seed 1234567, as published with its code.
    var generator = SeededGenerator(seed: 1_234_567)
    let known: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(known.map { _ in generator.next() } == known)
    for (place, number) in known.enumerated() {
      var later = SeededGenerator(seed: 1_234_567, at: place)
      #expect(later.next() == number)
    }
  }

  @Test("drawn factors are odd steps within the spread, and do not depend on the draws before")
  func factors() throws {
    let noise = try #require(WeightNoise(spread: Fraction(25, 2), draws: 500, seed: 7))
    // 12.5 % is 1/8: a factor is (8 x 131072 + k) / (8 x 131072) with odd k.
    #expect(noise.unit == 1_048_576 && noise.largest == 1_048_576 + 131_071)
    var sum = 0
    for draw in 0..<500 {
      for factor in noise.factors(of: draw, count: 3) {
        #expect(factor % 2 == 1 && abs(factor - noise.unit) <= 131_071)
        sum += factor - noise.unit
      }
    }
    // The mean of 1500 even draws is off by more than 5 standard errors, 131072 / sqrt(3) / sqrt(1500) each, once in a million seeds.
    #expect(abs(sum / 1500) < 5 * 1954)
    #expect(WeightNoise(spread: Fraction(100), draws: 1, seed: 0) == nil && WeightNoise(spread: .zero, draws: 1, seed: 0) == nil)
    #expect(WeightNoise(spread: .one, draws: 0, seed: 0) == nil)
  }

  @Test("a percentile is the nearest rank")
  func percentiles() {
    // Of 10 values the first is 10 % of them, so it is the 5th percentile; the 95th needs all 10. Of 20, 1 and 19.
    #expect([10, 20, 100, 101, 1].map { nearestRank(5, of: $0) } == [1, 1, 5, 6, 1])
    #expect([10, 20, 100, 101, 1].map { nearestRank(95, of: $0) } == [10, 19, 95, 96, 1])
    #expect([(value: 3, count: 4), (value: 5, count: 16)].percentile(5, of: 20) == 3)
    #expect([(value: 3, count: 4), (value: 5, count: 16)].percentile(25, of: 20) == 5)
  }

  @Test("a total that every weight leaves on a tie is rounded up in every draw", arguments: [("99", true), ("12.34567", false)])
  func ties(spread: String, isCoarse: Bool) throws {
    // Whatever the weights, the mean of 77.995 and 77.995 is 77.995: published as 78.00, which is green.
    let example = try Example(data: "k1,x,77.995\nk1,y,77.995\nk2,x,0.005\nk2,y,0.005\nk3,x,100\nk3,y,100\nk4,x,0\nk4,y,0")
    let percent = try #require(Fraction(decimal: spread))
    let noise = try #require(WeightNoise(spread: percent, draws: 5000, seed: 3))
    #expect(FlatNation(example.scores, noise: noise)?.isCoarse == isCoarse)
    let rows = example.scores.sensitivity(.dimensions, noise: noise, threads: 2).rows
    #expect(rows.map(\.mean) == [Fraction(78), Fraction(1, 100), Fraction(100), .zero])
    #expect(rows.allSatisfy { $0.kept == 5000 && $0.totals.low == $0.totals.high })
    #expect(rows.map(\.ranks.low) == [2, 3, 1, 4] && rows.map(\.ranks.high) == [2, 3, 1, 4])
  }

  @Test("goalposts of the total are kept under other weights, and who passes them without a clamp has no score")
  func goalposts() throws {
    for clamp in [false, true] {
      let goalposts = "  goalposts: {worst: 0, best: 78, clamp: \(clamp)}\n"
      let example = try Example(Example.twoParts.replacing("  round: 2\n", with: "  round: 2\n" + goalposts))
      let noise = try #require(WeightNoise(spread: Fraction(50), draws: 10, seed: 1))
      #expect(FlatNation(example.scores, noise: noise) == nil)
      // k2 with 90 beside 40: (90 x 90 + 40 x 60) / 130 = 80.8 of 78. k1 (90 x 80 + 40 x 70) / 130 = 76.9, k3 (90 x 50 + 40 x 60) / 130 = 53.1.
      let effect = try #require(example.scores.weightEffects(.dimensions, spread: Fraction(50)).first { $0.part.id.value == "kiri" })
      #expect(effect.higher.unscored == (clamp ? 0 : 1) && effect.lower.unscored == 0)
    }
  }

  /// Rules with units of several kinds, rounded twice, and five parts of which some are missing.
  private static let units = """
    timbang: 1
    id: contoh
    edition: 2022
    units:
      institution: {}
      unit: {in: institution, combine: {weighted: {kind: {A: "1.5", B: "0.75"}}}}
    fields:
      a: {per: unit, type: number, range: [0, 100]}
      b: {per: unit, type: number, range: [0, 100]}
      c: {per: unit, type: number, range: [0, 7]}
      d: {per: unit, type: number, range: [0, 100]}
      e: {per: unit, type: number, range: [0, 3]}
    defaults: {missing: skip}
    score:
      id: total
      at: unit
      round: {places: 2, mode: half_up, on: [unit, institution]}
      parts:
        - {id: a, weight: 22.5, linear: {field: a, worst: 0, best: 100}}
        - {id: b, weight: 40, linear: {field: b, worst: 0, best: 100}}
        - {id: c, weight: 20, round: {places: 2, on: [unit]}, linear: {field: c, worst: 0, best: 7}}
        - {id: d, weight: 17.5, linear: {field: d, worst: 0, best: 100}}
        - {id: e, weight: "100/3", linear: {field: e, worst: 0, best: 3}}
    zones: {ladder: [{id: merah, from: 0}, {id: kuning, from: 40}, {id: hijau, from: 60}]}

    """

  /// Random answers for `count` institutions of one to four units.
  private static func answers(_ count: Int, seed: UInt64, all: Bool) -> (data: String, entities: String) {
    var dice = SeededGenerator(seed: seed)
    var rows: [String] = []
    var entities: [String] = []
    for institution in 0..<count {
      entities.append("k\(institution),,,k\(institution),")
      for unit in 0..<Int.random(in: 1...4, using: &dice) {
        entities.append("u\(unit),k\(institution),\(Bool.random(using: &dice) ? "A" : "B"),u\(unit),")
        for (field, top) in [("a", 100), ("b", 100), ("c", 7), ("d", 100), ("e", 3)]
        where all || field == "a" || Int.random(in: 0..<4, using: &dice) > 0 {
          rows.append("k\(institution),u\(unit),\(field),\(Int.random(in: 0...top, using: &dice))")
        }
      }
    }
    return (rows.joined(separator: "\n"), entities.joined(separator: "\n") + "\n")
  }

  @Test("draws are what anybody finds with fractions", arguments: [1, 2, 3] as [UInt64], [true, false])
  func naive(seed: UInt64, roundsUnits: Bool) throws {
    let (data, entities) = Self.answers(12, seed: seed, all: !roundsUnits)
    let yaml =
      roundsUnits ? Self.units : Self.units.replacing("round: {places: 2, mode: half_up, on: [unit, institution]}", with: "round: 2")
    let example = try Example(yaml, data: data, entities: entities)
    let noise = try #require(WeightNoise(spread: Fraction(35), draws: 101, seed: seed))
    #expect(FlatNation(example.scores, noise: noise) != nil)
    let sensitivity = example.scores.sensitivity(.dimensions, noise: noise, threads: 2)
    check(sensitivity, against: NaiveDraws(example, noise, roundsUnits: roundsUnits), example)
  }

  private func check(_ sensitivity: Sensitivity, against naive: NaiveDraws, _ example: Example) {
    let edition = example.rules.edition
    #expect(sensitivity.rows.count == naive.totals[0].count)
    for (place, row) in sensitivity.rows.enumerated() {
      let totals = naive.totals.map { $0[place] }
      let ranks = naive.totals.map { draw in 1 + draw.count { $0 > draw[place] } }.sorted()
      let sorted = totals.sorted()
      // Of 101 sorted draws the 6th and the 96th: 5.05 and 95.95 rounded up.
      #expect(row.totals == .init(low: sorted[5], high: sorted[95]))
      #expect(row.ranks == .init(low: ranks[5], high: ranks[95]))
      #expect(row.mean == totals.sum() / Fraction(101))
      let colours = edition.zones.colours.map { colour in totals.count { edition.zones.step(for: $0)?.colour == colour } }
      #expect(row.zones.map(\.draws) == colours + [0])
      #expect(row.kept == colours[edition.zones.colours.firstIndex(of: row.published.zone?.colour ?? "") ?? 0])
    }
  }

  @Test("rules that the kernel does not know are scored by the evaluator, to the same figures")
  func otherRules() throws {
    // The same total written as a group within a group: the drawn weights are not those of the root.
    let (data, entities) = Self.answers(6, seed: 5, all: false)
    let inner = Self.units.components(separatedBy: "  parts:\n")
    let nested =
      inner[0] + "  parts:\n    - id: dalam\n      weight: 1\n      parts:\n"
      + inner[1].components(separatedBy: "zones:")[0].split(separator: "\n").map { "    \($0)\n" }.joined() + "zones:"
      + inner[1].components(separatedBy: "zones:")[1]
    let (flat, deep) = (try Example(Self.units, data: data, entities: entities), try Example(nested, data: data, entities: entities))
    let noise = try #require(WeightNoise(spread: Fraction(10), draws: 40, seed: 9))
    let (one, other) = (
      flat.scores.sensitivity(.dimensions, noise: noise, threads: 1), deep.scores.sensitivity(.dimensions, noise: noise, threads: 2)
    )
    #expect(one.parts.map(\.id.value) == other.parts.map(\.id.value))
    #expect(one.rows.map(\.mean) == other.rows.map(\.mean) && one.rows.map(\.totals) == other.rows.map(\.totals))
    #expect(one.rows.map(\.ranks) == other.rows.map(\.ranks))
    #expect(one.rows.map { $0.zones.map(\.draws) } == other.rows.map { $0.zones.map(\.draws) })
    // All weights: those below the dimensions are drawn too, and the evaluator is asked.
    let all = deep.scores.sensitivity(.all, noise: noise, threads: 2)
    #expect(all.parts.count == 5 && all.rows.map(\.mean) == other.rows.map(\.mean))
  }

  @Test("the result does not depend on the number of threads")
  func threads() throws {
    let (data, entities) = Self.answers(20, seed: 8, all: false)
    let example = try Example(Self.units, data: data, entities: entities)
    let noise = try #require(WeightNoise(spread: Fraction(20), draws: 1003, seed: 4))
    let told = [1, 2, 3, 7].map { threads in
      example.scores.sensitivity(.dimensions, noise: noise, threads: threads).rows.map { row in
        "\(row.mean) \(row.totals) \(row.ranks) \(row.zones.map(\.draws))"
      }
    }
    #expect(told.allSatisfy { $0 == told[0] })
  }

  @Test("one weight alone, at both ends of the spread")
  func ends() throws {
    let effects = try Example().scores.weightEffects(.dimensions, spread: Fraction(20))
    let left = try #require(effects.first { $0.part.id.value == "kiri" })
    // 48 and 40: 6640 / 88 = 75.45, 6720 / 88 = 76.36, 4800 / 88 = 54.55; shifts -0.55, -1.64, 0.55; k2 is no longer green.
    #expect(left.lower == .init(weight: Fraction(48), mean: Fraction(-164, 300), moved: 1, unscored: 0))
    // 72 and 40: 8560 / 112 = 76.43, 8880 / 112 = 79.29, 6000 / 112 = 53.57; shifts 0.43, 1.29, -0.43; k3 becomes red.
    #expect(left.higher == .init(weight: Fraction(72), mean: Fraction(129, 300), moved: 1, unscored: 0))
    #expect(effects.count == 2)
  }

  @Test("without a part the others keep their weights, and whoever has no other has no score")
  func leftOut() throws {
    let yaml = Example.twoParts.replacing("score:\n", with: "defaults: {missing: skip}\nscore:\n")
    let parts = try Example(yaml, data: Example.three + "\nk4,y,10").scores.leavingOut(.dimensions)
    #expect(parts.map(\.part.id.value) == ["kiri", "kanan"])
    // Only y: 70, 60, 60 and 10: shifts -6, -18, 6 and 0. k2 leaves green, the others keep their zone.
    #expect(parts[0].outcome == .init(weight: nil, mean: Fraction(-18, 4), moved: 1, unscored: 0))
    // Only x: 80, 90, 50; k4 has none. Shifts 4, 12, -4; k1 becomes green and k3 red.
    #expect(parts[1].outcome == .init(weight: nil, mean: Fraction(4), moved: 2, unscored: 1))
  }

  @Test("a total of one part has no weight to draw")
  func onePart() throws {
    let yaml = Example.twoParts.components(separatedBy: "\n").filter { !$0.contains("kanan") && !$0.contains("  y:") }.joined(
      separator: "\n")
    let example = try Example(yaml, data: "k1,x,80")
    let noise = try #require(WeightNoise(spread: Fraction(20), draws: 10, seed: 1))
    let sensitivity = example.scores.sensitivity(.all, noise: noise, threads: 1)
    #expect(sensitivity.parts.isEmpty && sensitivity.stable == 1 && sensitivity.rows[0].mean == Fraction(80))
    #expect(example.scores.weightEffects(.all, spread: Fraction(20)).isEmpty)
  }
}

/// Draws scored with nothing but fractions, from the observations on.
private struct NaiveDraws {
  /// Published totals by draw and institution.
  let totals: [[Fraction]]

  init(_ example: Example, _ noise: WeightNoise, roundsUnits: Bool) {
    let scores = example.scores
    let population = scores.observations.population
    let parts = example.rules.edition.score.children
    let tops: [String: Fraction] = ["a": Fraction(100), "b": Fraction(100), "c": Fraction(7), "d": Fraction(100), "e": Fraction(3)]
    totals = (0..<noise.draws).map { draw in
      let factors = noise.factors(of: draw, count: parts.count)
      return population.rungs[0].map { institution in
        var (sum, all) = (Fraction.zero, Fraction.zero)
        for unit in institution.children {
          var (points, weights) = (Fraction.zero, Fraction.zero)
          for (part, factor) in zip(parts, factors) {
            guard let answer = scores.observations.value(of: part.id.value, for: unit)?.number, let top = tops[part.id.value] else {
              continue
            }
            var score = Fraction(100) * answer / top
            if part.id.value == "c" { score = score.rounded(places: 2, mode: .halfUp) }
            let weight = part.weight.value * Fraction(factor, noise.unit)
            points += weight * score
            weights += weight
          }
          let total = roundsUnits ? (points / weights).rounded(places: 2, mode: .halfUp) : points / weights
          let share = population.rungs[1][unit].kind == "A" ? Fraction(3, 2) : Fraction(3, 4)
          sum += share * total
          all += share
        }
        return (sum / all).rounded(places: 2, mode: .halfUp)
      }
    }
  }
}
