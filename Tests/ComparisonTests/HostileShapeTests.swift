import Dice
import Comparison
import RuleModel
import Testing
@testable import YearPairs

/// Rules and surveys of which each has a shape that is easily forgotten, with answers made by throwing dice.
@Suite("Hostile shapes")
struct HostileShapeTests {
  /// Rules, their changes, and who is surveyed.
  struct Shape: CustomTestStringConvertible {
    let testDescription: String
    let total: RandomRules.Part
    var missing = "skip"
    var changes: [RandomChanges.Change] = []
    var below = 0...3
    var gaps = 6
    /// Whether all orders are too many.
    var isSampled = false
    /// The answers that occur.
    var answers = ["0", "4", "8", "13", "20"]
  }

  private typealias Part = RandomRules.Part

  private static func indicator(_ id: String, _ weight: Int = 1, on rung: Int = 1, keys: [String] = []) -> Part {
    Part(id: id, weight: weight, rung: rung, keys: keys, body: "linear: {field: «f\(id)», worst: 0, best: 20}")
  }

  private static func group(_ id: String, weight: Int = 1, on rung: Int = 1, keys: [String] = [], _ parts: [Part]) -> Part {
    Part(id: id, weight: weight, rung: rung, keys: ["at: \(["institution", "unit", "product"][rung])"] + keys, body: nil, parts: parts)
  }

  private static func change(_ id: String, _ edits: String...) -> RandomChanges.Change {
    .init(id: id, edits: edits.map { .init(text: $0) })
  }

  static let shapes = [
    Shape(
      testDescription: "groups with a single child",
      total: group("total", [group("g", [group("h", [indicator("a")])])]),
      changes: [
        change(
          "u", "add: {fields: {baru: {per: unit, type: number, range: [0, 20]}}}",
          "add: {under: h, part: {id: b, weight: 2, linear: {field: baru, worst: 0, best: 20}}}")
      ]),
    Shape(
      testDescription: "groups all of whose children are skipped",
      total: group("total", [group("g", weight: 3, [indicator("a"), indicator("b")]), indicator("c")]),
      changes: [change("u", "set: {part: g, weight: 5}")],
      gaps: 2),
    Shape(
      testDescription: "units without products",
      total: group("total", on: 1, [indicator("a", on: 2), indicator("b", on: 2), indicator("c")]),
      changes: [change("u", "set: {part: a, missing: zero}"), change("v", "set: {rung: product, combine: min}")], below: 0...1),
    Shape(
      testDescription: "gates that bite",
      total: group(
        "total", keys: ["combine: min"],
        [
          indicator("a"), indicator("b"),
          group("g", keys: ["combine: max"], [indicator("c"), indicator("d", keys: ["when: \"«fa» > 5\"", "not_applicable: zero"])]),
        ]), changes: [change("u", "set: {part: g, combine: min}"), change("v", "set: {part: total, combine: mean}")]),
    Shape(
      testDescription: "geometric means with zeros",
      total: group("total", keys: ["combine: geometric_mean", "precision: 4"], [indicator("a", 2), indicator("b", 3), indicator("c")]),
      changes: [change("u", "set: {part: a, weight: 1}"), change("v", "remove: {part: c}")], answers: ["0", "0", "7", "20"]),
    Shape(
      testDescription: "groups that are clamped to either end, inside each other",
      total: group(
        "total", keys: ["goalposts: {worst: 10, best: 80, clamp: true}"],
        [
          indicator("a", 2),
          group(
            "g", keys: ["combine: geometric_mean", "precision: 3", "goalposts: {worst: 70, best: 20, clamp: true}"],
            [indicator("b"), indicator("c", 2)]),
        ]),
      changes: [
        change("u", "set: {part: g, combine: mean}"), change("v", "set: {part: g, goalposts: {worst: 20, best: 70, clamp: true}}"),
        change("w", "set: {part: total, goalposts: none}", "remove: {part: c}"),
        change(
          "x", "add: {fields: {baru: {per: unit, type: number, range: [0, 20]}}}",
          "add: {under: g, part: {id: d, weight: 2, linear: {field: baru, worst: 0, best: 20}}}"),
      ]),
    Shape(
      testDescription: "institutions with one unit",
      total: group("total", [indicator("a", 2), indicator("b", on: 1)]), changes: [change("u", "set: {part: b, round: 0}")], below: 1...1),
    Shape(
      testDescription: "more named changes than can be gone through in all orders",
      total: group(
        "total", on: 0, keys: ["combine: max"],
        (0..<3).map { outer in
          group("g\(outer)", on: 0, keys: ["combine: min"], (0..<4).map { indicator("p\(4 * outer + $0)", on: 0) })
        }),
      changes: (0..<11).map { change("u\($0)", "set: {part: p\($0), round: {places: 0, mode: up}}") }, below: 0...1, isSampled: true,
      answers: ["0.33", "1.77", "13.13", "19.99"]),
    Shape(
      testDescription: "two groups that change places, each inside the other",
      total: group(
        "total", [group("g", weight: 2, [indicator("a"), group("h", weight: 3, [indicator("b"), indicator("c", 2)])]), indicator("d")]),
      changes: [
        change("u", "move: {part: h, under: total, weight: 2}"), change("v", "move: {part: g, under: h, weight: 3}"),
      ]),
    Shape(
      testDescription: "everything is replaced but one indicator",
      total: group("total", on: 0, [indicator("a"), group("g", [indicator("b"), indicator("c")])]),
      changes: [
        change("u", "remove: {part: g}"),
        change(
          "v", "add: {fields: {baru: {per: unit, type: number, range: [0, 20]}}}",
          "add: {under: total, part: {id: k, weight: 4, combine: min, parts: [{id: d, weight: 1, linear: {field: baru, worst: 0, best: 20}}]}}"
        ),
      ]),
  ]

  @Test(arguments: shapes)
  func `explanations add up, read the same backwards and under other orders of the changes`(shape: Shape) throws {
    let first = UInt64.random(in: 1...UInt64(UInt32.max))
    var (explained, backwards, sampled) = (0, 0, 0)
    let seeds = [1, 2, 3, 4, 5, 6, first, first + 1, first + 2, first + 3, first + 4, first + 5] as [UInt64]
    for seed in shape.isSampled ? [1, first] : seeds {
      let years = try years(shape, seed: seed)
      var turned = years.changes
      turned.changes.reverse()
      let other = try? TwoYears(seed: seed, turned, years.survey)
      let back = try BackwardYears(years)
      for path in ExplanationPath.allCases {
        for change in years.explained(path) {
          explained += 1
          #expect(Accounts.problems(change, years) == [], "\(path) \(change.entity)\n\(years.text)")
          if change.isSampled { sampled += 1 }
          if let other {
            let found = differences(change.amounts, other.explain(change.entity, path)?.amounts ?? [:])
            #expect(found == [], "\(path) \(change.entity) in another order\n\(years.text)")
          }
          // Sampled orders are other orders in the other direction.
          guard path == .symmetric, !change.isSampled, let reversed = back.explain(change.entity) else { continue }
          backwards += 1
          let found = differences(
            change.amounts, Dictionary(uniqueKeysWithValues: reversed.amounts.map { (back.forwardName($0), -$1) }))
          #expect(found == [], "\(change.entity) backwards\n\(years.text)")
        }
      }
    }
    #expect((sampled > 0) == shape.isSampled, "\(sampled) sampled explanations")
    #expect(explained > 3 && (shape.isSampled || backwards > 3), "\(explained) explanations, \(backwards) of them backwards")
  }

  private func years(_ shape: Shape, seed: UInt64) throws -> TwoYears {
    var dice = Dice(seed: seed)
    let rungs = shape.total.subtree.contains { $0.rung == 2 } ? 3 : shape.total.subtree.contains { $0.rung == 1 } ? 2 : 1
    let fields = shape.total.subtree.filter { $0.body != nil }.map { part in
      RandomRules.Field(id: "f\(part.id)", rung: part.rung, type: "type: number, range: [0, 20]", values: shape.answers)
    }
    let rules = RandomRules(
      rungs: Array(["institution", "unit", "product"].prefix(rungs)), fields: fields, total: shape.total, missing: shape.missing)
    let changes = RandomChanges(rules, shape.changes)
    var survey = RandomSurvey(changes, &dice, .init(institutions: 2...3, below: shape.below, gaps: shape.gaps))
    // What only the newer edition records.
    for (path, rung) in survey.new.entities.sorted(by: { $0.key < $1.key }) where rung == 1 {
      survey.new.cells["baru", default: [:]][path] = dice.one(of: shape.answers)
    }
    return try TwoYears(seed: seed, changes, survey)
  }

  @Test("a year without anything in it explains nothing, and says so")
  func emptyYears() throws {
    var dice = Dice(seed: 1)
    let changes = RandomChanges(RandomRules(&dice, .init(rungs: 2...2, isLinear: true)), [])
    let full = RandomSurvey(changes, &dice, .init(institutions: 2...2, below: 1...2, gaps: 1_000_000))
    var empty = full
    empty.new = .init(entities: full.new.entities, cells: [:])
    var absent = full
    absent.new = .init(entities: ["lain": 0], cells: [:])
    for survey in [empty, absent] {
      let years = try TwoYears(seed: 1, changes, survey)
      #expect(years.explained(.observed).isEmpty && years.explained(.symmetric).isEmpty)
      var reasons: [YearComparison.Reason] = []
      years.comparison.explain(years.comparison.everyone, along: .symmetric) { result in
        if case .notExplained(_, let reason) = result { reasons.append(reason) }
      }
      #expect(reasons.count == years.comparison.everyone.count)
      #expect(reasons.filter { $0 == .onlyInOld }.count == 2)
    }
  }
}

extension RandomRules.Part {
  /// The same part and what is in it on another rung.
  fileprivate func on(rung: Int) -> RandomRules.Part {
    var part = self
    part.rung = rung
    part.keys = keys.map { $0.hasPrefix("at: ") ? "at: \(["institution", "unit", "product"][rung])" : $0 }
    part.parts = parts.map { $0.on(rung: rung) }
    return part
  }
}
