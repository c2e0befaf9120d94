import Dice
import Observations
import RuleModel
import Scoring
import Testing
import TimbangSQL

/// The engine and SQLite must say the same digits.
@Suite("Against SQLite")
struct AgreementTests {
  /// Seeds that every run tries, and one that no run tried before.
  static let seeds: [UInt64] = [1, 2, 3, .random(in: 4...UInt64(UInt32.max))]

  @Test(arguments: seeds)
  func `random rules give the same scores and zones in SQLite`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var (compiled, certain, unsure, refused) = (0, 0, 0, 0)
    for round in 0..<100 {
      let year = RandomYear(seed: dice.next())
      let warehouse = try WarehouseYear(yaml: year.rules, data: year.observations, entities: year.entities.replacingKinds, decimals: 3, most: 100)
      guard let rows = try? warehouse.answer(.score) else {
        // What cannot be compiled says so; what was compiled must run.
        #expect(throws: WarehouseYear.Trouble.self, "seed \(seed), round \(round)\n\(year.rules)") { try warehouse.text(.score) }
        continue
      }
      compiled += 1
      let expected = warehouse.expected
      #expect(Set(rows.map { $0[0] }) == Set(expected.keys.map { $0 }), "seed \(seed), round \(round)\n\(year.rules)")
      for row in rows {
        guard let name = row[0], let right = expected[name] else { continue }
        if row[4] == "1" {
          unsure += 1
          continue
        }
        if row[1] == nil { refused += 1 } else { certain += 1 }
        let isRight = Array(row[1...3]) == right
        #expect(isRight, "seed \(seed), round \(round), \(name): \(row), not \(right)\n\(year.rules)\n\(year.observations)\n\(year.entities)")
        if !isRight { return }
      }
    }
    print("seed \(seed): \(compiled) compiled, \(certain) scores, \(refused) without, \(unsure) unsure")
    #expect(compiled > 50 && certain > 50, "seed \(seed): \(compiled) compiled, \(certain) scores")
  }
}
