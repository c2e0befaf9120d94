import Observations
import RuleDiagnostics
import RuleModel
import Scoring
import Testing

/// What a missing observation does.
@Suite("Missing observations")
struct MissingTests {
  private static let fields = """
    a: {per: unit, type: number, range: [0, 100]}
    b: {per: unit, type: number, range: [0, 100]}
    """

  /// Two numbers, weights 60 and 40; u1 lacks b.
  private func example(_ defaults: String, b more: String = "", group: String = "", scale: String = "[0, 100]") throws -> Example {
    try Example(
      scale: scale, fields: Self.fields, defaults: defaults,
      score: """
        at: unit
        \(group)
        parts:
          - {id: a, weight: 60, linear: {field: a, worst: 0, best: 100}}
          - {id: b, weight: 40, \(more)linear: {field: b, worst: 0, best: 100}}
        """, zones: "ladder: [{id: semua, from: \(scale.dropFirst().prefix(1))}]",
      data: ["k,u1,a,50\nk,u2,a,70\nk,u2,b,90"])
  }

  @Test(arguments: [
    // u2 is 0.6 x 70 + 0.4 x 90 = 78 throughout. u1: skip 50; zero 0.6 x 50 = 30; value 25: 30 + 10 = 40.
    ("skip", "64"), ("zero", "54"), ("{value: 25}", "59"), ("{value: \"100/3\"}", "182/3"),
  ])
  func `a policy says what is put in its place`(policy: String, total: String) throws {
    #expect(try example("{missing: \(policy)}").total() == total)
    #expect(try example("{missing: error}", b: "missing: \(policy), ").total() == total)
    #expect(try example("{missing: error}", group: "missing: \(policy)").total() == total)
  }

  @Test func `the nearest policy wins`() throws {
    #expect(try example("{missing: skip}", b: "missing: zero, ", group: "missing: {value: 25}").total() == "54")
    #expect(try example("{missing: zero}", group: "missing: skip").total() == "64")
  }

  @Test func `zero is the bottom of the scale, not the number 0`() throws {
    // On 1 to 5: u1 a is 1 + 4 x 0.5 = 3, b 1: 0.6 x 3 + 0.4 x 1 = 2.2; u2 a 3.8, b 4.6: 4.12. Mean 3.16.
    #expect(try example("{missing: zero}", scale: "[1, 5]").total() == "79/25")
  }

  @Test func `a value is a score, and is not read on the scale of the field`() throws {
    let example = try Example(
      fields: "f: {per: unit, type: level, range: [1, 4]}", defaults: "{missing: {value: 1}}",
      score: "levels: {field: f, scores: {1: 0, 2: 40, 3: 70, 4: 100}}", data: ["k,u1,f,\nk,u2,f,4"])
    #expect(example.value("total", "k/u1") == "1" && example.total() == "101/2")
  }

  @Test func `an empty cell and an absent row are missing alike`() throws {
    for row in ["k,u1,b,", "k,u2,a,70"] {
      let example = try Example(
        fields: Self.fields, defaults: "{missing: zero}",
        score: """
          at: unit
          parts:
            - {id: a, weight: 1, linear: {field: a, worst: 0, best: 100}}
            - {id: b, weight: 1, linear: {field: b, worst: 0, best: 100}}
          """, data: ["k,u1,a,50\n\(row)\nk,u2,b,90"])
      #expect(example.value("total", "k/u1") == "25")
    }
  }

  @Test func `each missing observation is listed with its part, entity and policy`() throws {
    let example = try example("{missing: zero}", b: "missing: skip, ")
    #expect(example.scores.missing.map(\.part) == ["b"] && example.scores.missing.map(\.field) == ["b"])
    let observation = try #require(example.scores.missing.first)
    #expect(observation.policy == .skip && observation.rung == 1 && observation.institution == 0)
    #expect(example.scores.observations.population.rungs[observation.rung][observation.entity].path == "k/u1")
  }

  @Test func `who was not surveyed is not missing`() throws {
    // l has no units at all: nothing of it could be recorded, so nothing is missing and nothing is zero.
    let example = try Example(
      fields: "f: {per: unit, type: yes_no}\ng: {per: institution, type: yes_no}", defaults: "{missing: zero}",
      score: "parts:\n  - {id: f, weight: 1, yes_no: f}\n  - {id: g, weight: 1, yes_no: g}", data: ["k,u,f,1\nk,,g,0\nl,,g,1"])
    #expect(example.total("k") == "50" && example.total("l") == "100")
    #expect(example.value("f", "l") == nil && example.scores.missing.isEmpty)
  }
}
