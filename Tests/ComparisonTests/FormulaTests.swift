import Dice
import Comparison
import RuleModel
import Testing
@testable import YearPairs

/// Where the literature has a formula, the explanation says the same.
@Suite("Classic formulas")
struct FormulaTests {
  private typealias Weighed = (id: String, old: Fraction, new: Fraction)

  /// Kitagawa 1955 for weighted means: `1/2 (w_A + w_B)(x_B - x_A)` for each value and `1/2 (x_A + x_B)(w_B - w_A)` for each weight.
  @Test(arguments: seeds(6, from: 7_000))
  func `two factors of a weighted mean are split as Kitagawa splits them`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<15 {
      let (changes, weights) = reweighted(&dice, rungs: 1...1)
      let survey = RandomSurvey(changes, &dice, .init(gaps: 1_000_000))
      let years = try TwoYears(seed: seed, changes, survey)
      for change in years.explained(.symmetric) {
        let half = Fraction(1, 2)
        var byWeights = Fraction.zero
        for part in weights {
          let (before, after) = (
            points(part.id, change.entity, in: years, isNew: false), points(part.id, change.entity, in: years, isNew: true)
          )
          let expected = half * (part.old + part.new) * (after - before)
          let found = change.block(.performance)?["performance"]?[part.id]?.amount ?? .zero
          #expect(found == expected, "\(part.id) of \(change.entity)\n\(years.text)")
          byWeights += half * (before + after) * (part.new - part.old)
        }
        #expect((change.block(.method)?.amount ?? .zero) == byWeights, "\(change.entity)\n\(years.text)")
      }
    }
  }

  /// Das Gupta 1993 for a product of three: `a` is worth `(a_B - a_A) [(b_A c_A + b_B c_B) / 3 + (b_A c_B + b_B c_A) / 6]`. The weight of the
  /// product in a mean is a factor of another block, so on the symmetric path each amount is averaged over both weights.
  @Test(arguments: seeds(4, from: 7_200))
  func `three factors of a product are split as Das Gupta splits them`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<15 {
      var (changes, weights) = reweighted(&dice, rungs: 1...1)
      var rules = changes.rules
      let names = ["fa", "fb", "fc"]
      rules.fields += names.map { .init(id: $0, rung: 0, type: "type: number, range: [0, 20]", values: ["0", "3", "8", "12.5", "20"]) }
      rules.total.parts.append(.init(id: "kali", weight: 4, rung: 0, keys: [], body: "formula: \"fa * fb * fc / 80\""))
      changes = RandomChanges(rules, changes.changes)
      let sums = rules.total.parts.dropLast().reduce((4, 4)) { sums, part in
        (sums.0 + part.weight, sums.1 + (weights.isEmpty ? part.weight : newWeight(of: part.id, changes) ?? part.weight))
      }
      weights = []
      let survey = RandomSurvey(changes, &dice, .init(gaps: 1_000_000))
      let years = try TwoYears(seed: seed, changes, survey)
      for change in years.explained(.symmetric) {
        let share = (Fraction(4, sums.0) + Fraction(4, sums.1)) / Fraction(2)
        let value = { (field: String, year: RandomSurvey.Year) in
          year.cells[field]?[change.entity].flatMap { Fraction(exact: $0) } ?? .zero
        }
        for name in names {
          let others = names.filter { $0 != name }
          let (a, b) = (value(name, survey.old), value(name, survey.new))
          let (old, new) = (others.map { value($0, survey.old) }, others.map { value($0, survey.new) })
          let same = (old[0] * old[1] + new[0] * new[1]) / Fraction(3)
          let mixed = (old[0] * new[1] + new[0] * old[1]) / Fraction(6)
          let expected = share * (b - a) * (same + mixed) / Fraction(80)
          let part = change.block(.performance)?["performance"]?["kali"]
          #expect((part?[name]?.amount ?? .zero) == expected, "\(name) of \(change.entity)\n\(years.text)")
        }
      }
    }
  }

  /// Das Gupta for any function of three factors, here the three blocks: `1/3 [v(P) - v(0)] + 1/6 [v(MP) - v(M)] + 1/6 [v(SP) - v(S)] +
  /// 1/3 [v(MSP) - v(MS)]`, and cyclically. The eight scores are worked out here from points, weights and who is there.
  @Test(arguments: seeds(6, from: 7_400))
  func `three blocks are split as Das Gupta splits three factors`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<12 {
      let (changes, weights) = reweighted(&dice, rungs: 2...2)
      let survey = RandomSurvey(changes, &dice, .init(below: 1...3, gaps: 1_000_000, joining: 2))
      let years = try TwoYears(seed: seed, changes, survey)
      for change in years.explained(.symmetric) {
        let (old, new) = (units(of: change.entity, survey.old), units(of: change.entity, survey.new))
        func total(_ world: Set<Block>) -> Fraction {
          let there = world.contains(.scope) ? new : old
          let scores = there.map { unit in
            weights.map { part -> Fraction in
              // Who joined or left has one value only.
              let isNew = old.contains(unit) && new.contains(unit) ? world.contains(.performance) : new.contains(unit)
              let weight = world.contains(.method) ? part.new : part.old
              return weight * points(part.id, unit, in: years, isNew: isNew)
            }.sum()
          }
          return scores.sum() / Fraction(scores.count)
        }
        let blocks: [Block] = [.performance, .scope, .method]
        for block in blocks {
          let others = blocks.filter { $0 != block }
          var expected = Fraction.zero
          for world in [Set<Block>(), [others[0]], [others[1]], Set(others)] {
            let chance = world.count == 1 ? Fraction(1, 6) : Fraction(1, 3)
            expected += (total(world.union([block])) - total(world)) * chance
          }
          #expect((change.block(block)?.amount ?? .zero) == expected, "\(block) of \(change.entity)\n\(years.text)")
        }
      }
    }
  }

  /// Linear rules all of whose indicators stand under the total on the lowest rung, and a change of their weights.
  private func reweighted(_ dice: inout Dice, rungs: ClosedRange<Int>) -> (RandomChanges, [Weighed]) {
    var rules = RandomRules(&dice, .init(parts: 2...3, depth: 2, rungs: rungs, isLinear: true))
    let rung = rules.rungs.count - 1
    rules.total.rung = rung
    rules.total.keys = ["at: \(rules.rungs[rung])"]
    rules.fields = rules.fields.map { .init(id: $0.id, rung: rung, type: $0.type, values: $0.values) }
    let weights = rules.total.parts.map { (id: $0.id, old: $0.weight, new: dice.number(1...9)) }
    let (old, new) = (weights.map(\.old).reduce(0, +), weights.map(\.new).reduce(0, +))
    let edits = weights.map { RandomChanges.Edit(text: "set: {part: «\($0.id)», weight: \($0.new)}") }
    return (
      RandomChanges(rules, [.init(id: "bobot", edits: edits)]),
      weights.map { ($0.id, Fraction($0.old, old), Fraction($0.new, new)) }
    )
  }

  private func newWeight(of part: String, _ changes: RandomChanges) -> Int? {
    changes.changes.flatMap(\.edits).first { $0.text.contains("«\(part)»") }?.text.split(separator: " ").last.flatMap {
      Int($0.filter(\.isNumber))
    }
  }

  private func units(of institution: String, _ year: RandomSurvey.Year) -> [String] {
    year.entities.filter { $0.value == 1 && $0.key.hasPrefix(institution + "/") }.keys.sorted()
  }

  /// The points of an indicator as scoring gives them.
  private func points(_ part: String, _ path: String, in years: TwoYears, isNew: Bool) -> Fraction {
    years.points(of: part, path, in: isNew ? years.new : years.old) ?? .zero
  }
}
