import Dice
import NaiveScoring
import Testing

/// Two evaluators that share no thought must agree on everything.
@Suite("Against the naive score")
struct DifferentialTests {
  /// Seeds that every run tries, and one that no run tried before. Each stands in the name of its test case.
  static let seeds: [UInt64] = [1, 2, 3, .random(in: 4...UInt64(UInt32.max))]

  @Test(arguments: seeds)
  func `every part of random rules has the same value on every rung, decided one by one or all at once`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var account = ScoredYear.Account()
    for round in 0..<150 {
      let year = RandomYear(seed: dice.next())
      let disagreements = try ScoredYear(year).disagreements(&account)
      #expect(disagreements == [], "seed \(seed), round \(round)\n\(year.rules)\n\(year.observations)\n\(year.entities)")
      if !disagreements.isEmpty { break }
    }
    #expect(account.values > 2_000 && account.refused > 5 && account.decided > 0, "seed \(seed): \(account)")
  }
}
