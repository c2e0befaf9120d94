import Comparison
import RuleModel
import Testing
@testable import YearPairs

/// The smallest cases of what random years have found.
@Suite("Smallest cases")
struct SmallestCaseTests {
  @Test("printed amounts add up also where the rules round no total")
  func unroundedTotals() throws {
    // (1 x 100 + 2 x 0) / 3 = 33.33 and (1 x 0 + 2 x 100) / 3 = 66.67: printed, the difference is 33.34, one unit more than the exact 33.33...
    let years = try years(weights: ["a": 1, "b": 2], old: ["a": "20", "b": "0"], new: ["a": "0", "b": "20"])
    let change = try #require(years.explain("k", .observed))
    #expect(change.reportedChange == Fraction(3334, 100))
    // Cut to 33.33 and 0.00; the remainders are 0.0033... and 0.0066..., so the unit goes to the rounding.
    #expect(change.block(.performance)?.printed == Fraction(3333, 100) && change.finalRounding.printed == Fraction(1, 100))
    // Below, -33.33... and 66.66... are cut to -33.33 and 66.66; together they are 33.33.
    let lines = change.block(.performance)?["performance"]?.lines
    #expect(lines?.map(\.printed) == [Fraction(-3333, 100), Fraction(6666, 100)])
  }

  @Test("a change that is written before a part is renamed keeps what it claims", arguments: [false, true])
  func renamedLater(isReversed: Bool) throws {
    // (80 + 40) / 2 = 60 and (3 x 80 + 40) / 4 = 70.
    let changes = [
      RandomChanges.Change(id: "bobot", edits: [.init(text: "set: {part: «a», weight: 3}")]),
      RandomChanges.Change(id: "nama", edits: [.init(text: "rename: {part: «a», to: lain}", renames: ("a", "lain"))]),
    ]
    let answers = ["a": "16", "b": "8"]
    let years = try years(weights: ["a": 1, "b": 1], old: answers, new: answers, changes: isReversed ? changes.reversed() : changes)
    let change = try #require(years.explain("k", .observed))
    #expect(change.amounts == ["method": Fraction(10), "method > bobot": Fraction(10), "method > bobot > total": Fraction(10)])
    #expect(Set(change.block(.method)?.lines.map(\.id) ?? []) == ["bobot", "nama"])
  }

  @Test("a mean that becomes a sum when a part comes in ends at the total that is scored")
  func meanBecomesSum() throws {
    // (100 + 0) / 2 = 50 and (1 x 100 + 1 x 0 + 2 x 100) / 4 = 75: of a sum each part keeps its share of all four.
    let changes = [
      RandomChanges.Change(
        id: "jumlah",
        edits: [
          .init(text: "add: {fields: {fc: {per: institution, type: number, range: [0, 20]}}}"),
          .init(text: "add: {under: total, part: {id: c, weight: 2, linear: {field: fc, worst: 0, best: 20}}}"),
          .init(text: "set: {part: total, combine: sum}"),
        ])
    ]
    let years = try years(
      weights: ["a": 1, "b": 1], old: ["a": "20", "b": "0"], new: ["a": "20", "b": "0", "c": "20"], changes: changes)
    for path in ExplanationPath.allCases {
      let change = try #require(years.explain("k", path))
      #expect(change.to.total == Fraction(75) && change.block(.method)?.amount == Fraction(25))
    }
  }

  /// Found by the intermediate scores of seed 3236001012: the old part was scored by the answers to the other part's field.
  @Test("a field that goes on under another name is not taken for the field of the part into which its own part merged")
  func mergedAndRenamed() throws {
    let changes = [
      RandomChanges.Change(
        id: "gabung",
        edits: [
          .init(text: "rename: {field: «fa», to: fax}", renames: ("fa", "fax")),
          .init(text: "rename: {field: «fb», to: fbx}", renames: ("fb", "fbx")),
          .init(text: "merge: {parts: [b, a], into: {id: ba, weight: 2, linear: {field: fbx, worst: 0, best: 20}}}"),
        ])
    ]
    let answers = ["a": "20", "b": "0"]
    let years = try years(weights: ["a": 1, "b": 1], old: answers, new: answers, changes: changes)
    for path in ExplanationPath.allCases {
      let change = try #require(years.explain("k", path))
      // Nothing but the rules changed: (100 + 0) / 2 = 50 before, b alone, 0, after.
      #expect((change.amounts["performance"] ?? .zero) == .zero && change.amounts["method"] == Fraction(-50), "\(change.amounts)")
      #expect(change.worlds.first { $0.id == "P" }.map { $0.total == Fraction(50) } ?? (path == .symmetric))
    }
  }

  @Test("what a merged indicator reads is told under the change that merged it, and what is set afterwards under the change that set it")
  func mergedAndSet() throws {
    let changes = [
      RandomChanges.Change(
        id: "gabung", edits: [.init(text: "merge: {parts: [a, b], into: {id: ab, weight: 2, linear: {field: fa, worst: 0, best: 20}}}")]),
      RandomChanges.Change(id: "bulat", edits: [.init(text: "set: {part: ab, round: 0}")]),
    ]
    // (33.35 + 13.35) / 2 = 23.35 before; b reads the field of a now, (33.35 + 33.35) / 2 = 33.35, and both are rounded to 33.
    let answers = ["a": "6.67", "b": "2.67"]
    let years = try years(weights: ["a": 1, "b": 1], old: answers, new: answers, changes: changes)
    let change = try #require(years.explain("k", .observed))
    #expect(change.from.total == Fraction(467, 20) && change.to.total == Fraction(33))
    #expect(Set(change.block(.method)?.lines.map(\.id) ?? []) == ["gabung", "bulat"], "\(change.amounts)")
    // a: 33.35 to 33, halved. b, the change that merged first: 13.35 to 33.35, then 33.35 to 33, each halved.
    let amounts = change.amounts
    #expect(amounts["method > gabung > b"] == Fraction(10) && amounts["method > bulat"] == Fraction(-7, 20), "\(amounts)")
  }

  @Test("what was merged changes as one where the whole reads the same fields: no half gains what the other loses")
  func mergedByFormula() throws {
    let merged = { (formula: String) in
      [
        RandomChanges.Change(
          id: "gabung", edits: [.init(text: "merge: {parts: [a, b], into: {id: ab, weight: 2, formula: \"\(formula)\"}}")])
      ]
    }
    // (100 + 0) / 2 = 50 and (20 + 0) / 2 = 10, whether the two are averaged before they are scored or after.
    let old = ["a": "20", "b": "0"]
    let same = try years(weights: ["a": 1, "b": 1], old: old, new: ["a": "4", "b": "0"], changes: merged("5 * (fa + fb) / 2"))
    // 5 x (3 x 20 + 0) / 4 = 75.
    let other = try years(weights: ["a": 1, "b": 1], old: old, new: old, changes: merged("5 * (3 * fa + fb) / 4"))
    for path in ExplanationPath.allCases {
      let change = try #require(same.explain("k", path))
      let fall = Fraction(-40)
      // The line is that of the field, since both read it.
      #expect(change.amounts == ["performance": fall, "performance > performance": fall, "performance > performance > fa": fall])
      #expect(change.block(.method)?.lines.map(\.id) == ["gabung"] && change.assumptions.isEmpty)
      let rise = try #require(other.explain("k", path)).amounts
      #expect(rise == ["method": Fraction(25), "method > gabung": Fraction(25), "method > gabung > ab": Fraction(25)])
    }
  }

  @Test("a merged indicator that reads a field of its own is taken to measure the same, and that is said")
  func mergedOntoAnotherField() throws {
    let changes = [
      RandomChanges.Change(
        id: "gabung",
        edits: [
          .init(text: "add: {fields: {fc: {per: institution, type: number, range: [0, 20]}}}"),
          .init(text: "merge: {parts: [a, b], into: {id: c, weight: 2, linear: {field: fc, worst: 0, best: 20}}}"),
          .init(text: "remove: {field: fa}"), .init(text: "remove: {field: fb}"),
        ])
    ]
    let years = try years(weights: ["a": 1, "b": 1], old: ["a": "18", "b": "14"], new: ["c": "12"], changes: changes)
    let change = try #require(years.explain("k", .observed))
    // (90 + 70) / 2 = 80 and 60: 15 less for a, 5 for b.
    #expect(change.amounts["performance > performance > a"] == Fraction(-15))
    #expect(change.amounts["performance > performance > b"] == Fraction(-5) && change.amounts["method"] == nil)
    #expect(change.assumptions.map(\.kind) == [.readAs, .readAs])
    #expect(change.assumptions.map(\.what) == ["fa fc", "fb fc"])
  }

  @Test("a weight that was set before an indicator was split is told under the change that set it")
  func setAndSplit() throws {
    let pieces = ["satu", "dua"].map { "{id: \($0), weight: 1.5, linear: {field: fa, worst: 0, best: 20}}" }.joined(separator: ", ")
    let changes = [
      RandomChanges.Change(id: "bobot", edits: [.init(text: "set: {part: a, weight: 3}")]),
      RandomChanges.Change(id: "pecah", edits: [.init(text: "split: {part: a, into: [\(pieces)]}")]),
    ]
    // (80 + 40) / 2 = 60 and (1.5 x 80 + 1.5 x 80 + 40) / 4 = 70.
    let answers = ["a": "16", "b": "8"]
    let years = try years(weights: ["a": 1, "b": 1], old: answers, new: answers, changes: changes)
    let change = try #require(years.explain("k", .observed))
    #expect(change.amounts == ["method": Fraction(10), "method > bobot": Fraction(10), "method > bobot > total": Fraction(10)])
  }

  @Test("a root that becomes a mean and goalposts that go are a line each")
  func rootAndGoalposts() throws {
    // The root of 16 x 64 of a hundred is 32, between 0 and 80 that is 40. The mean is 40, between 0 and 80 that is 50.
    let changes = [
      RandomChanges.Change(id: "rata", edits: [.init(text: "set: {part: total, combine: mean}")]),
      RandomChanges.Change(id: "acuan", edits: [.init(text: "set: {part: total, goalposts: none}")]),
    ]
    let answers = ["a": "3.2", "b": "12.8"]
    let keys = ["combine: geometric_mean", "precision: 12", "goalposts: {worst: 0, best: 80, clamp: true}"]
    let years = try years(weights: ["a": 1, "b": 1], keys: keys, old: answers, new: answers, changes: changes)
    let change = try #require(years.explain("k", .symmetric))
    #expect(change.from.total == Fraction(40) && change.to.total == Fraction(40))
    // In turn 40 -> 50 -> 40 and 40 -> 32 -> 40: the mean is worth (10 + 8) / 2.
    let lines = change.block(.method)?.lines
    #expect(lines?.map(\.id) == ["rata", "acuan"] && lines?.map(\.amount) == [Fraction(9), Fraction(-9)])
  }

  @Test("new indicators that say what a group says already are worth nothing, also where goalposts bring it to the scale")
  func neutralBetweenGoalposts() throws {
    // 12 of 20 is 60, between 0 and 80 that is 75. What is not there yet is like the 60, not like the 75.
    let edits = ["c", "d"].map { id in
      RandomChanges.Change(
        id: "baru_\(id)",
        edits: [
          .init(text: "add: {fields: {f\(id): {per: institution, type: number, range: [0, 20]}}}"),
          .init(text: "add: {under: g, part: {id: \(id), weight: 1, linear: {field: f\(id), worst: 0, best: 20}}}"),
        ])
    }
    let part = RandomRules.Part(id: "b", weight: 1, rung: 0, keys: [], body: "linear: {field: fb, worst: 0, best: 20}")
    var group = RandomRules.Part(id: "g", weight: 1, rung: 0, keys: ["goalposts: {worst: 0, best: 80, clamp: true}"], body: nil)
    group.parts = [part]
    let years = try years(
      weights: ["a": 1], more: [group], keys: ["goalposts: {worst: 10, best: 90}"], old: ["a": "10", "b": "12"],
      new: ["a": "10", "b": "12", "c": "12", "d": "12"], changes: edits)
    // (50 + 75) / 2 = 62.5; (62.5 - 10) / 80 x 100
    #expect(years.explain("k", .symmetric)?.from.total == Fraction(525, 8))
    for path in ExplanationPath.allCases {
      let change = try #require(years.explain("k", path))
      #expect(change.amounts == [:], "\(change.amounts)")
    }
  }

  @Test("what is read by one indicator in one year and by two in the other is shown under the field, in both directions")
  func severalReaders() throws {
    let years = try years(
      weights: ["b": 1], old: ["b": "10"], new: ["b": "20"],
      changes: [
        RandomChanges.Change(
          id: "dua",
          edits: [
            .init(text: "rename: {part: b, to: satu}"),
            .init(text: "add: {under: total, part: {id: c, weight: 1, linear: {field: fb, worst: 20, best: 0}}}"),
          ])
      ])
    // 100 - 50 under the old rules; under both 50 + 0 = (100 + 0) / 2, so nothing. The mean of both is 25.
    let lines = years.explain("k", .symmetric)?.block(.performance)?["performance"]?.lines
    #expect(lines?.map(\.id) == ["fb"] && lines?.first?.amount == Fraction(25))
  }

  @Test("of a change that adds and reweights only what it adds is newly measured, and shallow lines do not say how much")
  func partlyNewlyMeasured() throws {
    let changes = [
      RandomChanges.Change(
        id: "baru",
        edits: [
          .init(text: "add: {fields: {fc: {per: institution, type: number, range: [0, 20]}}}"),
          .init(text: "add: {under: total, part: {id: c, weight: 4, linear: {field: fc, worst: 0, best: 20}}}"),
          .init(text: "set: {part: a, weight: 3}"),
        ])
    ]
    let years = try years(
      weights: ["a": 1, "b": 1], old: ["a": "20", "b": "0"], new: ["a": "20", "b": "0", "c": "10"], changes: changes)
    // (100 + 0) / 2 = 50 and (3 x 100 + 0 + 4 x 50) / 8 = 62.50. c comes with half of all: 1/2 (50 - 50) before the weights, 1/2 (50 - 75)
    // after them, -6.25 in the middle; the weights are worth 25 without it and 12.50 with it, 18.75 in the middle.
    let change = try #require(years.explain("k", .observed))
    #expect(change.change == Fraction(25, 2) && change.newlyMeasured?.amount == Fraction(-25, 4))
    #expect(change.newlyMeasured?.printed == Fraction(-625, 100))
    let marked = change.flat.filter(\.line.isNewlyMeasured).map(\.name)
    #expect(marked == ["method > baru > c"])
    #expect(change.flat.filter(\.line.isPartlyNewlyMeasured).map(\.name) == ["method", "method > baru"])
    let shallow = try #require(years.explain("k", .observed, depth: 1))
    #expect(shallow.newlyMeasured == nil && shallow.block(.method)?["baru"]?.isPartlyNewlyMeasured == true)
  }

  @Test("an indicator that is new in the rules but reads what was recorded before is not newly measured")
  func newlyScored() throws {
    let changes = [
      RandomChanges.Change(
        id: "baru", edits: [.init(text: "add: {under: total, part: {id: c, weight: 2, linear: {field: fa, worst: 20, best: 0}}}")])
    ]
    let answers = ["a": "20", "b": "0"]
    let years = try years(weights: ["a": 1, "b": 1], old: answers, new: answers, changes: changes)
    // (100 + 0) / 2 = 50 and (100 + 0 + 2 x 0) / 4 = 25.
    let change = try #require(years.explain("k", .observed))
    #expect(change.block(.method)?["baru"]?.amount == Fraction(-25) && change.newlyMeasured?.amount == .zero)
    #expect(!change.flat.contains { $0.line.isNewlyMeasured } && change.assumptions.isEmpty)
  }

  /// Two years of one institution under linear rules with fields of the parts' names.
  private func years(
    weights: [String: Int], more: [RandomRules.Part] = [], keys: [String] = [], old: [String: String], new: [String: String],
    changes: [RandomChanges.Change] = []
  ) throws -> TwoYears {
    let ids = weights.keys.sorted()
    let parts = ids.map { id in
      RandomRules.Part(
        id: id, weight: weights[id] ?? 1, rung: 0, keys: [], body: "linear: {field: f\(id), worst: 0, best: 20}")
    }
    let indicators = (parts + more).flatMap(\.subtree).filter { $0.body != nil }.map(\.id)
    let fields = indicators.map { RandomRules.Field(id: "f\($0)", rung: 0, type: "type: number, range: [0, 20]", values: []) }
    let rules = RandomRules(
      rungs: ["institution"], fields: fields, total: .init(id: "total", weight: 1, rung: 0, keys: keys, body: nil, parts: parts + more),
      missing: "error")
    let year = { (answers: [String: String]) in
      RandomSurvey.Year(entities: ["k": 0], cells: Dictionary(uniqueKeysWithValues: answers.map { ("f\($0)", ["k": $1]) }))
    }
    return try TwoYears(seed: 0, RandomChanges(rules, changes), RandomSurvey(old: year(old), new: year(new)))
  }
}
