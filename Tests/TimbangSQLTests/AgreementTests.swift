import Dice
import Foundation
import NaiveScoring
import Observations
import RuleModel
import Scoring
import Testing
import TimbangSQL

/// The engine and SQLite must say the same digits.
@Suite("Against SQLite")
struct AgreementTests {
  /// Seeds that every run tries, and one that no run tried before.
  static let seeds: [UInt64] = [1, 2, .random(in: 3...UInt64(UInt32.max))]

  /// What became of the institutions of many years.
  private struct Tally {
    var (compiled, certain, unsure, refused, shares) = (0, 0, 0, 0, 0)
  }

  @Test(arguments: seeds)
  func `random rules give the same scores, zones and contributions in SQLite`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var tally = Tally()
    for round in 0..<400 {
      let year = RandomYear(seed: dice.next())
      guard year.observations.isStorable(decimals: 3) else { continue }
      let warehouse = try WarehouseYear(
        yaml: round % 2 == 0 ? year.rules.linear : year.rules, data: year.observations, entities: year.entities.replacingKinds, decimals: 3,
        most: 100)
      // What cannot be compiled says so; what was compiled must run.
      guard (try? warehouse.text(.score)) != nil else { continue }
      tally.compiled += 1
      let differences = try scores(warehouse, &tally) + contributions(warehouse, &tally)
      #expect(differences == [], "seed \(seed), round \(round)\n\(year.rules)\n\(year.observations)\n\(year.entities)")
      if !differences.isEmpty { return }
    }
    #expect(tally.compiled > 50 && tally.certain > 50 && tally.refused > 5 && tally.shares > 50, "seed \(seed): \(tally)")
    #expect(tally.unsure * 20 < tally.certain, "seed \(seed): \(tally)")
  }

  @Test(arguments: ShippedYear.compilable)
  func `every shipped edition but the human development index gives the same in SQLite`(name: String) throws {
    let year = try ShippedYear(name, seed: 2022, institutions: 40)
    let warehouse = try WarehouseYear(year.edition, data: year.observations, entities: year.entities, decimals: 2)
    var tally = Tally()
    #expect(try scores(warehouse, &tally) + contributions(warehouse, &tally) == [])
    #expect(tally.certain > 10 && tally.unsure == 0, "\(tally)")
  }

  @Test func `a score in the middle between two reported ones goes up, and stands on the line`() throws {
    let warehouse = try WarehouseYear(yaml: Ties.rules, data: Ties.observations, decimals: 2)
    var tally = Tally()
    #expect(try scores(warehouse, &tally) == [])
    #expect(tally.certain == 120 && tally.unsure == 0)
    // (77.99 + 78.00) / 2 = 77.995, which is reported as 78.00 and green.
    let rows = try warehouse.answer(.score)
    #expect(rows.first { $0[0] == "i0" } == ["i0", "7800", "hijau", "hijau", "0", "0"])
    // (53.99 + 54.00) / 2 = 53.995
    #expect(rows.first { $0[0] == "i3" } == ["i3", "5400", "kuning", "kuning", "0", "0"])
  }

  @Test func `the control query is what the engine certifies`() throws {
    let year = try ShippedYear("kepatuhan/2022", seed: 7, institutions: 40)
    let warehouse = try WarehouseYear(year.edition, data: year.observations, entities: year.entities, decimals: 2)
    let rows = try warehouse.answer(.control)
    let own = ControlFigures(warehouse.scores)
    #expect(rows.map { [$0[0], $0[1], $0[2], $0[3]] } == own.rows.map { [$0.zone, "\($0.institutions)", "\($0.sum)", "0"] })
  }

  /// Writes cases for `make test-sql`, where somebody asks for them.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["TIMBANG_SQL_CASES"] != nil))
  func `cases for other engines are written`() throws {
    let environment = ProcessInfo.processInfo.environment
    let path = try #require(environment["TIMBANG_SQL_CASES"])
    let count = environment["TIMBANG_SQL_COUNT"].flatMap { Int($0) } ?? 100
    try EngineCases.write(to: path, count: count, seed: environment["TIMBANG_SQL_SEED"].flatMap { UInt64($0) } ?? 7)
  }

  // MARK: Comparing

  private func scores(_ warehouse: WarehouseYear, _ tally: inout Tally) throws -> [String] {
    let rows = try warehouse.answer(.score)
    let expected = warehouse.expected
    var differences = Set(rows.map { $0[0] }) == Set(expected.keys.map { $0 }) ? [] : ["other institutions"]
    for row in rows {
      guard let name = row[0], let right = expected[name] else { continue }
      if row[4] == "1" {
        tally.unsure += 1
        continue
      }
      if row[1] == nil { tally.refused += 1 } else { tally.certain += 1 }
      if Array(row[1...3]) != right { differences.append("\(row) is not \(right)") }
    }
    return differences
  }

  private func contributions(_ warehouse: WarehouseYear, _ tally: inout Tally) throws -> [String] {
    guard (try? warehouse.text(.contributions)) != nil else { return [] }
    let rows = try warehouse.answer(.contributions)
    let expected = warehouse.expectedContributions
    guard rows.map({ [$0[0], $0[1]] }) == expected.map({ [$0[0], $0[1]] }) else { return ["other contributions"] }
    return zip(rows, expected).compactMap { row, right in
      tally.shares += 1
      return row[3] == "1" || row[2] == right[2] ? nil : "\(row) is not \(right)"
    }
  }
}
