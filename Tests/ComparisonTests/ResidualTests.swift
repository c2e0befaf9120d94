import Dice
import Comparison
import Testing
@testable import YearPairs

/// Every explanation adds up, exactly and as printed.
@Suite("Nothing is left over")
struct ResidualTests {
  @Test(arguments: seeds(20, from: 1))
  func `children add up to their parent and blocks to the change, along both paths`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var explained = 0
    for _ in 0..<16 {
      let years = try TwoYears(seed: dice.next())
      for path in ExplanationPath.allCases {
        for change in years.explained(path) {
          explained += 1
          let problems = Accounts.problems(change, years)
          #expect(problems == [], "\(path) \(change.entity)\n\(years.text)")
          if !problems.isEmpty { return }
        }
      }
    }
    #expect(explained > 12, "seed \(seed): only \(explained) explanations")
  }
}
