import Observations
import RuleDiagnostics
import RuleModel
import Scoring
import Testing

/// What the parts of a group give together, brought to the scale between two goalposts.
@Suite("Goalposts of a group")
struct GoalpostsTests {
  /// Two numbers that are their own scores, with weights 3 and 1, in a group beside nothing else.
  private func group(_ keys: [String], scale: String = "[0, 100]", _ rows: String) throws -> Example {
    try Example(
      scale: scale, fields: "a: {per: unit, type: number, range: [0, 100]}\nb: {per: unit, type: number, range: [0, 100]}",
      defaults: "{missing: skip}",
      score: """
        at: unit
        parts:
          - id: gab
            weight: 1
        \(keys.map { "    \($0)" }.joined(separator: "\n"))
            parts:
              - {id: a, weight: 3, linear: {field: a, worst: 0, best: 100}}
              - {id: b, weight: 1, linear: {field: b, worst: 0, best: 100}}
        """, zones: "ladder: [{id: merah, from: \(scale.dropFirst().prefix { $0 != "," })}]", data: [rows])
  }

  @Test(arguments: [
    // (3 x 80 + 40) / 4 = 70; (70 - 20) / (80 - 20) x 100
    ("mean", "worst: 20, best: 80", "250/3"),
    // In the other direction (70 - 90) / (10 - 90) x 100 = 25.
    ("mean", "worst: 90, best: 10", "25"),
    ("min", "worst: 0, best: 50", "80"), ("max", "worst: 60, best: 100", "50"),
    // 3 x 80 + 40, over the 4 of both.
    ("sum", "worst: 0, best: 87.5", "80"),
  ])
  func `the combined value stands on the line between them`(combine: String, ends: String, expected: String) throws {
    for clamp in ["", ", clamp: true"] {
      let example = try group(["combine: \(combine)", "goalposts: {\(ends)\(clamp)}"], "k,u,a,80\nk,u,b,40")
      #expect(example.value("gab", "k/u") == expected && example.total("k") == expected && example.findings.isEmpty)
    }
  }

  @Test func `a scale that does not begin at 0 is gone through from its beginning`() throws {
    // On the scale 1 to 5 the numbers 75 and 25 are 4 and 2; (3 x 4 + 2) / 4 = 3.5; 1 + (3.5 - 2) / (4 - 2) x 4 = 4.
    let example = try group(["goalposts: {worst: 2, best: 4}"], scale: "[1, 5]", "k,u,a,75\nk,u,b,25")
    #expect(example.value("gab", "k/u") == "4")
  }

  @Test func `a root is rounded before, the part after`() throws {
    // (60 x 60 x 60 x 30)^(1/4) = 50.4537849..., to three places 50.454; over 0.951 of the scale 53.05362..., to one place 53.1.
    let rows = "k,u,a,60\nk,u,b,30"
    let keys = ["combine: geometric_mean", "precision: 3", "goalposts: {worst: 0, best: 95.1}"]
    #expect(try group(keys, rows).value("gab", "k/u") == Fraction(50454, 951).exactText)
    #expect(try group(keys + ["round: {places: 1, on: [unit]}"], rows).value("gab", "k/u") == "531/10")
  }

  @Test func `beyond them a clamp keeps the end`() throws {
    let keys = ["goalposts: {worst: 40, best: 60, clamp: true}"]
    #expect(try group(keys, "k,u,a,80\nk,u,b,80").total("k") == "100")
    #expect(try group(keys, "k,u,a,10").total("k") == "0")
  }

  @Test(arguments: ["90", "10"])
  func `without a clamp there is no score beyond them, and the part and the entity are named`(number: String) throws {
    let example = try group(["goalposts: {worst: 20, best: 80}"], "k,u,a,\(number)\nk,v,a,50\nl,u,a,50")
    #expect(example.findings.map(\.code) == [.formulaFault])
    // (90 - 20) / 60 x 100 and (10 - 20) / 60 x 100
    let result = number == "90" ? "116.666666" : "-16.666666"
    #expect(example.findings[0].message.en.hasPrefix("`gab` cannot be computed for `k/u`: the result is \(result)"))
    #expect(example.findings[0].help?.en.contains("clamp: true") == true)
    #expect(example.total("k") == nil && example.value("gab", "k/v") == "50" && example.total("l") == "50")
  }

  @Test func `what a part without a score does to the goalposts above it is not told as well`() throws {
    // The inner group of u is beyond its goalposts. Without it the outer one would be 10, beyond its own.
    let example = try Example(
      fields: "a: {per: unit, type: number, range: [0, 100]}\nb: {per: unit, type: number, range: [0, 100]}",
      score: """
        at: unit
        goalposts: {worst: 20, best: 100}
        parts:
          - {id: dalam, weight: 1, goalposts: {worst: 0, best: 50}, parts: [{id: a, weight: 1, linear: {field: a, worst: 0, best: 100}}]}
          - {id: b, weight: 1, linear: {field: b, worst: 0, best: 100}}
        """, data: ["k,u,a,60\nk,u,b,10"])
    #expect(example.findings.map(\.code) == [.formulaFault] && example.findings[0].message.en.hasPrefix("`dalam`"))
  }

  @Test(arguments: [("zero", "0"), ("full", "100"), ("skip", nil)])
  func `what a policy gives is a score already`(policy: String, expected: String?) throws {
    let keys = ["when: \"a > 50\"", "not_applicable: \(policy)", "goalposts: {worst: 30, best: 60, clamp: true}"]
    #expect(try group(keys, "k,u,a,45").value("gab", "k/u") == expected)
  }

  @Test func `nothing combined is nothing`() throws {
    let example = try group(["goalposts: {worst: 30, best: 60, clamp: true}"], "k,u,a,\nl,u,a,45")
    #expect(example.value("gab", "k/u") == nil && example.value("gab", "l/u") == "50")
  }

  @Test func `each unit is brought to the scale by itself, and then they are averaged`() throws {
    // u: (70 - 20) / 60, v: clamped to 0. Half of 250/3.
    let example = try group(["goalposts: {worst: 20, best: 80, clamp: true}"], "k,u,a,70\nk,v,a,10")
    #expect(example.value("gab") == "125/3" && example.total("k") == "125/3")
  }

  @Test func `a trace shows what is combined, but not where a policy gave the score`() throws {
    let keys = ["when: \"a > 50\"", "not_applicable: full", "goalposts: {worst: 20, best: 80}"]
    let example = try group(keys, "k,u,a,80\nk,u,b,40\nk,v,a,10\nk,v,b,10")
    let units = try example.trace().below
    let groups = units.flatMap(\.below)
    #expect(groups.map(\.part) == ["gab", "gab"] && groups.map(\.value) == [Fraction(250, 3), Fraction(100)])
    #expect(groups.map(\.combined) == [Fraction(70), nil])
    #expect((units + groups.flatMap(\.below)).allSatisfy { $0.combined == nil })
  }

  @Test func `single entities are scored with goalposts that clamp, also in numbers that two words do not hold`() throws {
    let clamped = try group(["goalposts: {worst: 20, best: 80, clamp: true}"], "k,u,a,80.0123456789012345\nk,u,b,41.9876543210987654")
    let decider = try #require(Decider(clamped.checked))
    let decision = decider.decide(decider.answers(of: 0, on: 1, in: clamped.scores.observations))
    #expect(decision.value == clamped.scores.total(of: 0) && decision.value != nil)
    #expect(Decider(try group(["goalposts: {worst: 20, best: 80}"], "k,u,a,50").checked) == nil)
  }
}
