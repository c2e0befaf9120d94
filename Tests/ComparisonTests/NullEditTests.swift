import Dice
import Comparison
import RuleModel
import Testing
@testable import YearPairs

/// What changes nothing is worth exactly 0.
@Suite("Edits that change nothing")
struct NullEditTests {
  /// Data without gaps, in which no policy for missing observations can bite.
  private static let complete = RandomSurvey.Size(gaps: 1_000_000)

  @Test(arguments: seeds(10, from: 3_000))
  func `renames, other units of weights, zone lines, splits and policies that never bite are 0`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var compared = 0
    for _ in 0..<20 {
      let rules = RandomRules(&dice)
      var changes = nullEdits(rules, &dice)
      changes.shuffle(using: &dice)
      let named = RandomChanges(rules, changes)
      let survey = RandomSurvey(named, &dice, Self.complete)
      guard let plain = try? TwoYears(seed: seed, RandomChanges(rules, []), survey) else { continue }
      let years = try TwoYears(seed: seed, named, survey)
      for path in ExplanationPath.allCases {
        for (before, after) in zip(plain.explained(path, depth: 1), years.explained(path, depth: 1)) {
          compared += 1
          var expected = before.amounts
          expected["method"] = nil
          let found = differences(expected, after.amounts)
          #expect(found == [], "\(path) \(after.entity)\n\(years.text)")
          if !found.isEmpty { return }
          let lines = after.block(.method)?.lines.map(\.id)
          #expect(lines == changes.map(\.id), "every named change is a line\n\(years.text)")
          if lines != changes.map(\.id) { return }
        }
      }
    }
    #expect(compared > 15, "seed \(seed): only \(compared) explanations")
  }

  /// One change of each kind, as far as the rules have anything to which it can be done.
  private func nullEdits(_ rules: RandomRules, _ dice: inout Dice) -> [RandomChanges.Change] {
    var parts = Array(rules.total.subtree.dropFirst())
    var changes = [RandomChanges.Change(id: "garis", edits: [.init(text: "replace: {zones: {ladder: [{id: hijau, from: 0}]}}")])]
    // 3 : 2 is 9 : 6.
    let groups = rules.total.subtree.filter { $0.body == nil && !$0.text.contains("combine: sum") }
    if let group = groups.randomElement(using: &dice) {
      changes.append(.init(id: "bobot", edits: group.parts.map { .init(text: "set: {part: «\($0.id)», weight: \(3 * $0.weight)}") }))
    }
    let unset = parts.filter { part in !part.keys.contains { $0.hasPrefix("missing") } }
    if let part = unset.randomElement(using: &dice) {
      let policy = dice.one(of: ["zero", "skip", "{value: 99}"])
      changes.append(.init(id: "kosong", edits: [.init(text: "set: {part: «\(part.id)», missing: \(policy)}")]))
    }
    // A field that an expression or the ladder reads can be renamed only together with these texts.
    let texts = parts.flatMap { $0.keys + [$0.body ?? ""] }.filter { $0.hasPrefix("when") || $0.hasPrefix("formula") } + rules.combines
    let fields = rules.fields.filter { field in !texts.contains { $0.contains("«\(field.id)»") } }
    if let field = fields.randomElement(using: &dice) {
      changes.append(
        .init(id: "bidang", edits: [.init(text: "rename: {field: «\(field.id)», to: lain}", renames: (field.id, "lain"))]))
    }
    parts.shuffle(using: &dice)
    if let part = parts.first(where: { $0.body == nil }) {
      changes.append(.init(id: "nama", edits: [.init(text: "rename: {part: «\(part.id)», to: baru}", renames: (part.id, "baru"))]))
    }
    return changes
  }

  /// The pieces of a split say what the whole said. A split weighs on the group as the whole did, also where the group is no mean.
  @Test(arguments: seeds(10, from: 3_500))
  func `a split into pieces that read what the whole read is 0`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var compared = 0
    for _ in 0..<20 {
      let rules = RandomRules(&dice)
      guard let part = rules.total.subtree.filter({ $0.body != nil }).randomElement(using: &dice) else { continue }
      let weights = [dice.number(1...4), dice.number(1...4)]
      let pieces = weights.enumerated().map { number, weight in
        let share = "\"\(part.weight * weight)/\(weights.reduce(0, +))\""
        return "{" + (["id: belah\(number)", "weight: \(share)"] + part.keys + [part.body ?? ""]).joined(separator: ", ") + "}"
      }
      let split = RandomChanges(
        rules, [.init(id: "belah", edits: [.init(text: "split: {part: «\(part.id)», into: [\(pieces.joined(separator: ", "))]}")])])
      let survey = RandomSurvey(split, &dice)
      guard let years = try? TwoYears(seed: seed, split, survey) else { continue }
      for path in ExplanationPath.allCases {
        for change in years.explained(path, depth: 1) {
          compared += 1
          #expect(change.block(.method)?.lines.map(\.amount) == [.zero], "\(path) \(change.entity)\n\(years.text)")
          if change.block(.method)?.amount != .zero { return }
        }
      }
    }
    #expect(compared > 15, "seed \(seed): only \(compared) explanations")
  }

  /// Two indicators of one shape become one that reads a new field of the same type: what the new field says is performance of both.
  @Test(arguments: seeds(6, from: 3_800))
  func `a merge of like indicators into one that reads a new field is 0`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var compared = 0
    for _ in 0..<20 {
      var rules = RandomRules(&dice, .init(rungs: 2...2))
      let fields = ["lama_a", "lama_b"].map {
        RandomRules.Field(id: $0, rung: 1, type: "type: number, range: [0, 20]", values: ["0", "5", "13", "20"])
      }
      rules.fields += fields
      let weights = [dice.number(1...5), dice.number(1...5)]
      for (field, weight) in zip(fields, weights) {
        let body = "linear: {field: «\(field.id)», worst: 0, best: 20}"
        rules.total.parts.append(.init(id: "bagian_\(field.id)", weight: weight, rung: 1, keys: [], body: body))
      }
      let into = "{id: gabung, weight: \(weights[0] + weights[1]), linear: {field: baru, worst: 0, best: 20}}"
      let merge = RandomChanges(
        rules,
        [
          .init(
            id: "gabung",
            edits: [
              .init(text: "add: {fields: {baru: {per: unit, type: number, range: [0, 20]}}}"),
              .init(text: "merge: {parts: [bagian_lama_a, bagian_lama_b], into: \(into)}"),
              .init(text: "remove: {field: lama_a}"), .init(text: "remove: {field: lama_b}"),
            ])
        ])
      var survey = RandomSurvey(merge, &dice)
      // The new field is recorded under its own name; the old ones are gone.
      survey.new.cells["baru"] = survey.new.cells.removeValue(forKey: "lama_a")
      survey.new.cells["lama_b"] = nil
      guard let years = try? TwoYears(seed: seed, merge, survey) else { continue }
      for path in ExplanationPath.allCases {
        for change in years.explained(path, depth: 1) {
          compared += 1
          #expect(change.block(.method)?.lines.map(\.amount) == [.zero], "\(path) \(change.entity)\n\(years.text)")
          if change.block(.method)?.amount != .zero { return }
        }
      }
    }
    #expect(compared > 10, "seed \(seed): only \(compared) explanations")
  }

  @Test(arguments: seeds(8, from: 4_000))
  func `rows in another order and in several files change nothing`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<12 {
      let years = try TwoYears(seed: dice.next())
      let files = { (rows: [String], dice: inout Dice) in
        let shuffled = rows.shuffled(using: &dice)
        let cut = dice.number(0...rows.count)
        return [Array(shuffled[cut...]), Array(shuffled[..<cut])]
      }
      let other = try years.replacing(
        old: TwoYears.score(years.oldRules, files(years.oldData, &dice), years.survey.entities),
        new: TwoYears.score(years.newRules, files(years.newData, &dice), years.survey.entities))
      for path in ExplanationPath.allCases {
        for change in years.explained(path) {
          let found = differences(change.amounts, other.explain(change.entity, path)?.amounts ?? [:])
          #expect(found == [], "\(path) \(change.entity)\n\(years.text)")
          if !found.isEmpty { return }
        }
      }
    }
  }

  /// Said of the observed path: scope comes after performance there, so the new unit is read beside the others' new values. On the
  /// symmetric path it is also read beside their old values, of which it is not the mean; the property holds there if these are the same.
  @Test(arguments: seeds(8, from: 4_500))
  func `a unit equal to the mean of the others is worth 0`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var compared = 0
    for round in 0..<20 {
      var rules = RandomRules(&dice, .init(rungs: 2...2, isLinear: true))
      // The mean of up to three such values can be written down.
      rules.fields = rules.fields.map { .init(id: $0.id, rung: $0.rung, type: $0.type, values: ["0", "6", "12", "18"]) }
      let changes = RandomChanges(rules, [])
      let isSame = round.isMultiple(of: 2)
      let size = RandomSurvey.Size(below: 1...3, gaps: 1_000_000, leaving: 1_000_000, joining: 1_000_000, same: isSame ? 1 : 3)
      var survey = RandomSurvey(changes, &dice, size)
      for institution in survey.old.entities.filter({ $0.value == 0 }).keys {
        let units = survey.new.entities.filter { $0.value == 1 && $0.key.hasPrefix(institution) }.keys
        survey.new.entities["\(institution)/rata"] = 1
        for field in rules.fields where field.rung == 1 {
          let values = units.compactMap { survey.new.cells[field.id]?[$0] }.compactMap { Fraction(exact: $0) }
          survey.new.cells[field.id, default: [:]]["\(institution)/rata"] = "\((values.sum() / Fraction(values.count)).exactText)"
        }
      }
      let years = try TwoYears(seed: seed, changes, survey)
      for path in isSame ? ExplanationPath.allCases : [.observed] {
        for change in years.explained(path) {
          compared += 1
          let line = change.block(.scope)?["unit-joined"]?["rata"]
          #expect(line?.amount == .zero, "\(path) \(change.entity)\n\(years.text)")
          if line?.amount != .zero { return }
        }
      }
    }
    #expect(compared > 20, "seed \(seed): only \(compared) units")
  }
}
