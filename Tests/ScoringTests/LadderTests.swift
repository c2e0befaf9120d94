import RuleDiagnostics
import Scoring
import Testing

/// How the entities of a rung are combined into the one above.
@Suite("Ladders")
struct LadderTests {
  /// One number of units that is its own score.
  private func units(_ combine: String, fields: String = "", entities: String? = nil, _ rows: String) throws -> Example {
    try Example(
      units: "institution: {}\nunit: {in: institution, combine: \(combine)}",
      fields: "f: {per: unit, type: number, range: [0, 100]}\n" + fields, defaults: "{missing: skip}",
      score: "linear: {field: f, worst: 0, best: 100}", data: [rows], entities: entities)
  }

  @Test(arguments: [
    // (70 + 10 + 40 + 20) / 4 = 35; the middle two are 20 and 40.
    ("mean", "35"), ("sum", "140"), ("min", "10"), ("max", "70"), ("median", "30"),
  ])
  func `four units`(combine: String, expected: String) throws {
    #expect(try units(combine, "k,u1,f,70\nk,u2,f,10\nk,u3,f,40\nk,u4,f,20").total() == expected)
  }

  @Test(arguments: [("mean", "40"), ("sum", "120"), ("min", "10"), ("max", "70"), ("median", "40")])
  func `three units, and a fourth without a value that is left out`(combine: String, expected: String) throws {
    #expect(try units(combine, "k,u1,f,70\nk,u2,f,10\nk,u3,f,40\nk,u4,f,").total() == expected)
  }

  @Test(arguments: ["mean", "sum", "min", "max", "median"])
  func `one unit is itself, and none is nothing`(combine: String) throws {
    let example = try units(combine, "k,u1,f,55\nl,u1,f,")
    #expect(example.total("k") == "55" && example.total("l") == nil)
  }

  @Test func `a field weighs each unit`() throws {
    // (100 x 60 + 300 x 80) / 400 = 75; u3 has a weight and no value; u4 weighs nothing.
    let rows = "k,u1,f,60\nk,u1,visitors,100\nk,u2,f,80\nk,u2,visitors,300\nk,u3,visitors,999\nk,u4,f,1\nk,u4,visitors,0"
    #expect(try units("{weighted: {field: visitors}}", fields: "visitors: {per: unit, type: count}", rows).total() == "75")
  }

  @Test func `units that all weigh nothing are no units`() throws {
    let example = try units("{weighted: {field: visitors}}", fields: "visitors: {per: unit, type: count}", "k,u1,f,60\nk,u1,visitors,0")
    #expect(example.total() == nil && example.value("total", "k/u1") == "60" && example.findings.map(\.code) == [.noScore])
  }

  @Test func `a kind weighs each unit`() throws {
    // (1.25 x 60 + 1 x 78) / 2.25 = 153 / 2.25 = 68
    let example = try units(
      "{weighted: {kind: {PTS: \"1.25\", PTN: 1}}}", entities: "u1,k,PTS,Satu\nu2,k,PTN,Dua", "k,u1,f,60\nk,u2,f,78")
    #expect(example.total() == "68" && example.findings.isEmpty)
  }

  @Test func `a unit that weighs by its products does not count without any, and says so`() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution, combine: {weighted: {count: product}}}\nproduct: {in: unit}",
      fields: "f: {per: unit, type: number, range: [0, 100]}\ng: {per: product, type: yes_no}", defaults: "{missing: skip}",
      score: "at: unit\nparts:\n  - {id: f, weight: 1, linear: {field: f, worst: 0, best: 100}}\n  - {id: g, weight: 1, yes_no: g}",
      data: ["k,u1,,f,60\nk,u1,p,g,1\nk,u2,,f,20"])
    // u1: (60 + 100) / 2 = 80 with one product; u2: 20 with none.
    #expect(example.total() == "80" && example.value("total", "k/u2") == "20")
    #expect(
      example.findings.map(\.message.en) == ["`k/u2` has no `product` in the data; this `unit` has no weight and does not count"])
    #expect(example.scores.counts(0, on: 1) && !example.scores.counts(1, on: 1))
  }

  @Test func `the number of surveyed products weighs each unit`() throws {
    // u1 has three products, u2 one: (3 x 60 + 1 x 80) / 4 = 65. A product without a value was surveyed all the same.
    let example = try Example(
      units: """
        institution: {}
        unit: {in: institution, combine: {weighted: {count: product}}}
        product: {in: unit}
        """, fields: "f: {per: unit, type: number, range: [0, 100]}\ng: {per: product, type: yes_no}", defaults: "{missing: skip}",
      score: """
        at: unit
        parts:
          - {id: f, weight: 1, linear: {field: f, worst: 0, best: 100}}
          - id: tanpa_bobot
            weight: 1
            combine: max
            parts: [{id: g, weight: 1, yes_no: g}]
        """, data: ["k,u1,,f,60\nk,u1,p1,g,\nk,u1,p2,g,\nk,u1,p3,g,\nk,u2,,f,80\nk,u2,p1,g,\nk,u3,,f,7"])
    #expect(example.value("f") == "65" && example.total() == "65")
  }

  @Test func `the number of a rung two below weighs each entity`() throws {
    // p1 has one unit of two products, p2 two units of one product and of none: 2 and 1. (2 x 40 + 1 x 70) / 3 = 50.
    let example = try Example(
      units: """
        institution: {}
        province: {in: institution, combine: {weighted: {count: product}}}
        unit: {in: province}
        product: {in: unit}
        """,
      fields: """
        f: {per: province, type: number, range: [0, 100]}
        g: {per: unit, type: text}
        h: {per: product, type: text}
        """, score: "linear: {field: f, worst: 0, best: 100}",
      data: ["k,p1,,,f,40\nk,p1,u,a,h,x\nk,p1,u,b,h,x\nk,p2,,,f,70\nk,p2,u,a,h,x\nk,p2,v,,g,x"])
    #expect(example.total() == "50")
  }

  @Test func `each rung combines in its own way`() throws {
    // Products by their best, units by their middle, provinces by their sum.
    let example = try Example(
      units: """
        institution: {}
        province: {in: institution, combine: sum}
        unit: {in: province, combine: median}
        product: {in: unit, combine: max}
        """, fields: "f: {per: product, type: number, range: [0, 100]}", score: "linear: {field: f, worst: 0, best: 100}",
      data: ["k,p,u1,a,f,5\nk,p,u1,b,f,9\nk,p,u2,a,f,2\nk,p,u3,a,f,30\nk,q,u1,a,f,4"])
    #expect(example.value("total", "k/p/u1") == "9" && example.value("total", "k/p") == "9" && example.value("total", "k/q") == "4")
    #expect(example.total() == "13")
  }

  @Test func `an entity without children is left out, and so is each above it that has none with a value`() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution}\nproduct: {in: unit}",
      fields: "f: {per: product, type: number, range: [0, 100]}\ng: {per: unit, type: text}", defaults: "{missing: skip}",
      score: "linear: {field: f, worst: 0, best: 100}", data: ["k,u1,p,f,30\nk,u2,,g,x\nl,u1,,g,x\nl,u2,p,f,"])
    #expect(example.total("k") == "30" && example.value("total", "k/u2") == nil)
    #expect(example.total("l") == nil)
  }
}
