import Dice
import Observations
import RuleDiagnostics
import RuleModel
import Scoring
import Testing

/// Two evaluators that share no thought must agree on everything.
@Suite("Against the naive scorer")
struct DifferentialTests {
  /// Seeds that every run tries, and one that no run tried before. Each stands in the name of its test case.
  static let seeds: [UInt64] = [1, 2, 3, .random(in: 4...UInt64(UInt32.max))]

  @Test(arguments: seeds)
  func `every part of random rules has the same value on every rung for every entity`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var (values, refused) = (0, 0)
    for round in 0..<150 {
      let year = RandomYear(seed: dice.next())
      let example = try Example(yaml: year.rules, data: [year.observations], entities: year.entities)
      let differences = differences(example, &values)
      if !example.scores.refused.isEmpty { refused += 1 }
      #expect(differences == [], "seed \(seed), round \(round)\n\(year.rules)\n\(year.observations)")
      if !differences.isEmpty { break }
    }
    #expect(values > 2_000 && refused > 5, "seed \(seed): \(values) values, \(refused) refusals")
  }

  /// What the two say differently, and how many values both give.
  private func differences(_ example: Example, _ values: inout Int) -> [String] {
    let naive = NaiveScorer(edition: example.edition, table: example.scores.observations)
    var found: [String] = []
    func visit(_ part: Part, weighedOn top: Int) {
      let own = example.edition.height(of: part.rung) ?? 0
      guard let index = example.scores.partIndex(part.id.value) else { return found.append("\(part.id.value) is not there") }
      for rung in 0...own {
        for (entity, described) in example.scores.observations.population.rungs[rung].enumerated() {
          let expected = naive.worth(part, weighedOn: top, for: entity, on: rung)
          let actual = example.scores.values.value(index, on: rung, of: entity)
          if actual != nil { values += 1 }
          if actual != expected.points {
            found.append("\(part.id.value) of \(described.path): \(expected), not \(actual?.exactText ?? "nothing")")
          }
          guard part.id.value == "total", rung == 0 else { continue }
          if (expected == .refused) != example.scores.refused.contains(entity) {
            found.append("\(described.path) is refused by one only")
          }
          if example.scores.total(of: entity) != expected.points { found.append("\(described.path) has another total") }
        }
      }
      for child in part.children { visit(child, weighedOn: own) }
    }
    visit(example.edition.score, weighedOn: 0)
    return found
  }
}
