import Dice
import Observations
import RuleModel
import Scoring
import Testing

@Suite("Single entities")
struct DeciderTests {
  /// Two units with products; the kind of a unit weighs it, three questions are asked.
  private func example() throws -> Example {
    try Example(
      units: """
        institution: {}
        unit: {in: institution, combine: {weighted: {kind: {A: 1, B: "0.5"}}}}
        product: {in: unit, combine: mean}
        """,
      fields: """
        k: {per: unit, type: number, range: [1, 4]}
        p: {per: product, type: yes_no}
        q: {per: product, type: number, range: [0, 3]}
        """, defaults: "{missing: skip}",
      score: """
        at: unit
        round: {places: 2, mode: half_up, on: [unit, institution]}
        parts:
          - {id: survey, weight: 40, linear: {field: k, worst: 1, best: 4}}
          - id: service
            weight: 60
            at: product
            parts:
              - {id: answer, weight: 3, missing: zero, yes_no: p}
              - {id: count, weight: 1, linear: {field: q, worst: 0, best: 3, clamp: true}}
        """,
      data: ["i,u1,,k,3.13", "i,u1,a,p,true\ni,u1,a,q,1\ni,u1,b,q,2\ni,u2,,k,1\ni,u2,a,p,false\ni,u2,a,q,3"],
      entities: "u1,i,A,u1\nu2,i,B,u2")
  }

  @Test("a unit alone is worth what it is worth among all others")
  func unit() throws {
    let example = try example()
    let decider = try #require(Decider(example.checked))
    let decision = decider.decide(decider.answers(of: 0, on: 1, in: example.scores.observations), steps: true)
    // survey: (3.13 - 1) / 3 = 71; product a: (3 * 100 + 100/3) / 4 = 83.333..; product b, its answer missing: (0 + 200/3) / 4 = 16.666..
    // service: their mean, 50; total: (40 * 71 + 60 * 50) / 100 = 58.40
    #expect(decision.value == Fraction(584, 10))
    #expect(decision.steps.last?.value == decision.value)
    let service = example.scores.partIndex("service")
    #expect(decision.steps.first { $0.part == service && $0.rung == 1 }?.value == Fraction(50))
    #expect(decision.steps.first { $0.part == service && $0.rung == 2 && $0.entity == 1 }?.value == Fraction(50, 3))
    #expect(decider.decide(decider.answers(of: 0, on: 1, in: example.scores.observations)).steps.isEmpty)
  }

  @Test("an institution is the mean of its units by their kinds")
  func institution() throws {
    let example = try example()
    let decider = try #require(Decider(example.checked))
    // u2: survey 0, product a: (3 * 0 + 100) / 4 = 25; total (0 + 60 * 25) / 100 = 15. Institution: (58.40 + 15 / 2) / 1.5 = 43.9333..
    let decision = decider.decide(decider.answers(of: 0, on: 0, in: example.scores.observations))
    #expect(decision.value == (Fraction(584, 10) + Fraction(15, 2)) / Fraction(3, 2))
    #expect(decision.value == example.scores.total(of: 0))
  }

  @Test("a form that is filled in by hand, field by field, gets a value for every part by its id")
  func byHand() throws {
    let decider = try #require(Decider(try example().checked))
    var cells: [[Fraction?]] = [[], [], []]
    let form = [("k", Fraction(5, 2)), ("p", .one), ("q", Fraction(3, 2))]
    for (field, value) in form { cells[try #require(decider.field(field))] = [value] }
    #expect(decider.field("r") == nil)
    let decision = decider.decide(Answers(rung: 1, below: [[0..<1]], kinds: [["A"], [nil]], cells: cells), steps: true)
    // survey: (2.5 - 1) / 3 = 50; the product: (3 * 100 + 50) / 4 = 87.5; total: (40 * 50 + 60 * 87.5) / 100 = 72.5
    #expect(decision.value == Fraction(145, 2))
    let values = decision.steps.filter { $0.rung == 1 }.map { "\(decider.part($0.part)) \($0.value?.exactText ?? "-")" }
    #expect(Set(values) == ["survey 50", "service 175/2", "total 145/2"])
  }

  @Test("rules that single entities cannot be scored by are not taken")
  func notTaken() throws {
    let example = try Example(
      fields: "a: {per: unit, type: yes_no}", score: "at: unit\nformula: \"if(a, 100, 0)\"", data: ["i,u,a,true"])
    #expect(Decider(example.checked) == nil)
  }

  @Test("numbers that two machine words do not hold are none the less exact")
  func longNumbers() throws {
    let example = try Example(
      fields: "a: {per: unit, type: number, range: [0, 1]}\nb: {per: unit, type: number, range: [0, 1]}",
      defaults: "{missing: skip}",
      score: """
        at: unit
        parts:
          - {id: first, weight: 1, linear: {field: a, worst: 0, best: "7/3"}}
          - {id: second, weight: 2, linear: {field: b, worst: 0, best: "11/5"}}
        """, data: ["i,u,a,0.1234567890123456789", "i,u,b,0.9876543210987654321"])
    let decider = try #require(Decider(example.checked))
    let decision = decider.decide(decider.answers(of: 0, on: 1, in: example.scores.observations), steps: true)
    let a = try #require(Fraction(decimal: "0.1234567890123456789"))
    let b = try #require(Fraction(decimal: "0.9876543210987654321"))
    // (100 a / (7/3) + 2 * 100 b / (11/5)) / 3
    #expect(decision.value == (Fraction(300, 7) * a + Fraction(2) * Fraction(500, 11) * b) / Fraction(3))
    #expect(decision.value == example.scores.total(of: 0))
    #expect(decision.steps.count == 3)
  }

  @Test("a rounding for which two machine words are not enough rounds none the less, and who has no weight counts for nothing")
  func longRounding() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution, combine: {weighted: {kind: {A: 1, B: 1}}}}",
      fields: "a: {per: unit, type: number, range: [0, 1]}", defaults: "{missing: skip}",
      score: "round: {places: 4, mode: half_up, on: [unit]}\nlinear: {field: a, worst: 0, best: 1}",
      data: ["i,u,a,0.123456789012345678\ni,v,a,0.5"], entities: "u,i,A,U\nv,i,C,V")
    let decider = try #require(Decider(example.checked))
    // 12.3456789012345678, and 50 of a kind without a weight.
    #expect(decider.decide(decider.answers(of: 0, on: 1, in: example.scores.observations)).value == Fraction(123_457, 10_000))
    #expect(decider.decide(decider.answers(of: 0, on: 0, in: example.scores.observations)).value == Fraction(123_457, 10_000))
  }
}
