import Testing

/// How a group combines its parts.
@Suite("Groups")
struct GroupTests {
  private static let fields = """
    a: {per: unit, type: number, range: [0, 100]}
    b: {per: unit, type: number, range: [0, 100]}
    c: {per: unit, type: number, range: [0, 100]}
    """

  /// Three numbers that are their own scores, with weights 50, 30 and 20, in a group weighed inside each unit.
  private func group(
    _ combine: String, at: String = "unit", defaults: String = "{missing: skip, weights_sum: 100}", _ rows: String
  ) throws -> Example {
    try Example(
      fields: Self.fields, defaults: defaults,
      score: """
        at: \(at)
        combine: \(combine)
        parts:
          - {id: a, weight: 50, linear: {field: a, worst: 0, best: 100}}
          - {id: b, weight: 30, linear: {field: b, worst: 0, best: 100}}
          - {id: c, weight: 20, linear: {field: c, worst: 0, best: 100}}
        """, data: [rows])
  }

  @Test(arguments: [
    // (50 x 80 + 30 x 60 + 20 x 90) / 100 = 76
    ("mean", "76"), ("min", "60"), ("max", "90"), ("sum", "76"),
  ])
  func `whole groups are combined as they say`(combine: String, expected: String) throws {
    #expect(try group(combine, "k,u,a,80\nk,u,b,60\nk,u,c,90").total() == expected)
  }

  @Test(arguments: [
    // mean: (50 x 80 + 20 x 90) / 70 = 5800/70; sum: (50 x 80 + 20 x 90) / 100, never over 70.
    ("mean", "580/7"), ("min", "80"), ("max", "90"), ("sum", "58"),
  ])
  func `a part without a value leaves with its weight, but a sum keeps its divisor`(combine: String, expected: String) throws {
    #expect(try group(combine, "k,u,a,80\nk,u,c,90").total() == expected)
  }

  @Test func `a sum without a declared sum divides by its own weights`() throws {
    // (50 x 80 + 30 x 60 + 20 x 90) / (50 + 30 + 20)
    #expect(try group("sum", defaults: "{missing: skip}", "k,u,a,80\nk,u,b,60\nk,u,c,90").total() == "76")
    #expect(try group("sum", defaults: "{missing: skip}", "k,u,a,80\nk,u,c,90").total() == "58")
  }

  @Test func `weights are relative, so a mean needs no declared sum`() throws {
    let score = { (x: String, y: String) in
      "at: unit\nparts:\n  - {id: a, weight: \(x), yes_no: a}\n  - {id: b, weight: \(y), yes_no: b}"
    }
    let fields = "a: {per: unit, type: yes_no}\nb: {per: unit, type: yes_no}"
    for (x, y) in [("2", "1"), ("\"200/3\"", "\"100/3\""), ("0.2", "0.1")] {
      #expect(try Example(fields: fields, score: score(x, y), data: ["k,u,a,1\nk,u,b,0"]).total() == "200/3")
    }
  }

  @Test func `weighing inside units and then averaging is not averaging first, once a weight is skipped`() throws {
    let rows = "k,u1,a,80\nk,u2,a,60\nk,u2,b,100\nk,u1,c,50\nk,u2,c,50"
    // Inside: u1 (50 x 80 + 20 x 50) / 70 = 500/7, u2 (50 x 60 + 30 x 100 + 20 x 50) / 100 = 70; mean 495/7 = 70.71.
    let inside = try group("mean", at: "unit", rows)
    #expect(inside.value("total", "k/u1") == "500/7" && inside.value("total", "k/u2") == "70" && inside.total() == "495/7")
    // First: a (80 + 60) / 2 = 70, b 100, c 50; (50 x 70 + 30 x 100 + 20 x 50) / 100 = 75.
    let first = try group("mean", at: "institution", rows)
    #expect(first.value("a") == "70" && first.value("b") == "100" && first.total() == "75")
    #expect(first.value("total", "k/u1") == nil, "a group weighed on the institution has no value below it")
    // With every weight there, both are the same.
    let whole = rows + "\nk,u1,b,100"
    #expect(try group("mean", at: "unit", whole).total() == group("mean", at: "institution", whole).total())
  }

  @Test func `a group is weighed on a lower rung than its own group`() throws {
    // gab at unit: u1 (1 x 80 + 3 x 40) / 4 = 50, u2 a alone 70; mean 60. d of the institution 90. (60 + 90) / 2 = 75.
    let example = try Example(
      fields: Self.fields + "\nd: {per: institution, type: number, range: [0, 100]}", defaults: "{missing: skip}",
      score: """
        parts:
          - id: gab
            weight: 1
            at: unit
            parts:
              - {id: a, weight: 1, linear: {field: a, worst: 0, best: 100}}
              - {id: b, weight: 3, linear: {field: b, worst: 0, best: 100}}
          - {id: d, weight: 1, linear: {field: d, worst: 0, best: 100}}
          - {id: c, weight: 5, linear: {field: c, worst: 0, best: 100}}
        """, data: ["k,u1,a,80\nk,u1,b,40\nk,u2,a,70\nk,,d,90"])
    #expect(example.value("gab", "k/u1") == "50" && example.value("gab", "k/u2") == "70" && example.value("gab") == "60")
    #expect(example.value("c") == nil && example.total() == "75")
  }

  @Test func `a group all of whose parts are without a value has none, and leaves with its weight`() throws {
    let example = try Example(
      fields: Self.fields, defaults: "{missing: skip}",
      score: """
        at: unit
        parts:
          - id: kosong
            weight: 90
            combine: sum
            parts:
              - {id: a, weight: 1, linear: {field: a, worst: 0, best: 100}}
              - {id: b, weight: 1, linear: {field: b, worst: 0, best: 100}}
          - {id: c, weight: 10, linear: {field: c, worst: 0, best: 100}}
        """, data: ["k,u,c,64"])
    #expect(example.value("kosong", "k/u") == nil && example.value("kosong") == nil && example.total() == "64")
  }

  @Test func `a sum of numbers that leave their weights no room is exact`() throws {
    let example = try Example(
      scale: "[0, 100000000000000]", fields: "a: {per: unit, type: yes_no}\nb: {per: unit, type: yes_no}", defaults: "{missing: skip}",
      score: "at: unit\ncombine: sum\nparts:\n  - {id: a, weight: 60, yes_no: a}\n  - {id: b, weight: 40, yes_no: b}",
      zones: "ladder: [{id: semua, from: 0}]", data: ["k,u,a,ya\nk,u,b,tidak\nl,u,a,\nl,u,b,ya\nm,u,a,"])
    // 60 and 40 hundredths of 10^14, and nothing.
    let totals = ["k", "l", "m"].map { example.value("total", $0) }
    #expect(totals == ["60000000000000", "40000000000000", nil])
  }

  @Test func `thirty weights of a tenth of 100/3 score exactly 100`() throws {
    let ids = (1...30).map { "f\($0)" }
    let fields = ids.map { "\($0): {per: unit, type: yes_no}" }.joined(separator: "\n")
    let rows = ids.map { "k,u,\($0),ya" }.joined(separator: "\n")
    let flat = ids.map { "  - {id: \($0), weight: \"100/30\", yes_no: \($0)}" }.joined(separator: "\n")
    for combine in ["mean", "sum"] {
      let score = "at: unit\ncombine: \(combine)\nparts:\n\(flat)"
      #expect(try Example(fields: fields, defaults: "{weights_sum: 100}", score: score, data: [rows]).total() == "100")
    }
    let nested = (0..<3).map { group in
      "  - id: g\(group)\n    weight: \"100/3\"\n    parts:\n"
        + ids[(10 * group)..<(10 * group + 10)].map { "      - {id: \($0), weight: 10, yes_no: \($0)}" }.joined(separator: "\n")
    }
    let score = "at: unit\nparts:\n\(nested.joined(separator: "\n"))"
    #expect(try Example(fields: fields, defaults: "{weights_sum: 100}", score: score, data: [rows]).total() == "100")
  }

  @Test func `a total may be an indicator itself`() throws {
    let example = try Example(fields: Self.fields, score: "linear: {field: a, worst: 0, best: 100}", data: ["k,u1,a,10\nk,u2,a,21"])
    #expect(example.total() == "31/2")
  }
}
