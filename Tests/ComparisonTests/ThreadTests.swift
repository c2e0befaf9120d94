import Dice
import Comparison
import Observations
import RuleModel
import Testing
@testable import YearPairs

/// Explanations that several threads find.
@Suite("Several threads")
struct ThreadTests {
  @Test(arguments: seeds(6, from: 9_800))
  func `several threads hand over what one hands over, in the same order`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var explained = 0
    for _ in 0..<6 {
      let years = try TwoYears(seed: dice.next(), survey: .init(institutions: 2...6))
      // With levels below the lines each institution is a piece of work of its own.
      for depth in [1, 2] {
        var found: [[String]] = []
        for threads in [1, 2, 5] {
          var told: [String] = []
          years.comparison.explain(
            years.comparison.everyone, along: .symmetric, depth: depth, threads: threads, preparing: { text(of: $0) }
          ) { result, prepared in
            if case .explained = result { explained += 1 }
            #expect(prepared == text(of: result))
            told.append(prepared)
          }
          found.append(told)
        }
        #expect(found[0].count == years.comparison.everyone.count)
        #expect(found.allSatisfy { $0 == found[0] }, "\(years.text)")
      }
    }
    #expect(explained > 30, "seed \(seed): only \(explained) explanations")
  }
}

/// What a result says, with every line and assumption.
private func text(of result: YearComparison.Result) -> String {
  switch result {
  case .notExplained(let entity, let reason): return "\(entity.path) \(reason)"
  case .explained(let change):
    let lines = change.flat.map { "\($0.name) \($0.line.amount) \($0.line.printed) \($0.line.isNewlyMeasured)" }
    return ([change.entity] + lines + change.assumptions.map { "\($0.kind) \($0.what)" }).joined(separator: "\n")
  }
}
