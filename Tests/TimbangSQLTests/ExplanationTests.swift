import Comparison
import Dice
import Foundation
import RuleDiagnostics
import RuleLoading
import RuleModel
import Testing
import TimbangSQL
@testable import YearPairs

/// The engine and SQLite must split changes alike.
@Suite("Explanations against SQLite")
struct ExplanationTests {
  /// What became of the institutions of many pairs of years.
  private struct Tally {
    var (pairs, explained, unsure, more) = (0, 0, 0, 0)
    var reasons: [String: Int] = [:]
    var refusals: [String: Int] = [:]
  }

  @Test(arguments: [true, false])
  func `random pairs of years are split the same in SQLite`(isLinear: Bool) throws {
    var tally = Tally()
    for seed in seeds(isLinear ? 120 : 400, from: isLinear ? 1 : 1001) {
      var rules = RandomRules.Size()
      rules.isLinear = isLinear
      let years = try TwoYears(seed: seed, rules: rules)
      guard let change = try? WarehouseChange(years) else { continue }
      do {
        _ = try change.text()
      } catch {
        let words = "\(error)".split(separator: "`").enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: "_")
        tally.refusals[words, default: 0] += 1
        continue
      }
      tally.pairs += 1
      let differences = try differences(change, &tally)
      #expect(differences == [], "\(years.text)")
      if !differences.isEmpty { return }
    }
    #expect(tally.pairs > (isLinear ? 60 : 60) && tally.explained > 50, "\(tally)")
    #expect(tally.unsure * 6 < tally.explained, "\(tally)")
  }

  @Test(arguments: ShippedPair.compilable)
  func `shipped pairs of years are split the same in SQLite`(pair: ShippedPair.Names) throws {
    var tally = Tally()
    let years = try ShippedPair(pair, seed: 2022, institutions: 60)
    let change = try WarehouseChange(years)
    #expect(try differences(change, &tally) == [])
    #expect(tally.explained > 30 && tally.unsure < 3, "\(tally)")
  }

  private func differences(_ change: WarehouseChange, _ tally: inout Tally) throws -> [String] {
    let (found, expected) = (try change.answer(), change.expected)
    guard found.map({ $0[0] }) == expected.map({ $0[0] }) else { return ["\(found) is not \(expected)"] }
    return zip(found, expected).compactMap { row, right in
      if row[13] == "1" {
        tally.unsure += 1
        return nil
      }
      if right[13] == WarehouseChange.onlyHere, row[14] == nil {
        tally.more += 1
        return nil
      }
      if let reason = right[13] { tally.reasons[reason, default: 0] += 1 } else { tally.explained += 1 }
      return Array(row[..<13]) + [row[14]] == right ? nil : "\(row) is not \(right)"
    }
  }
}

extension WarehouseChange {
  /// Years that were thrown, with their rows as a table of two decimals holds them.
  init(_ years: TwoYears, _ dialect: SQLDialect = .sqlite) throws {
    let settings = SQLSettings(dialect, decimals: 2, most: 100)
    func rows(_ edition: CheckedEdition, _ data: [String]) -> [[String?]] {
      data.map { line in
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let value = cells.removeLast()
        let number: Fraction? =
          switch value {
          case "true": .one
          case "false": .zero
          case "x": nil
          default: Fraction(decimal: value)
          }
        return cells + [number.flatMap { settings.whole($0) }.map { "\($0)" }]
      }
    }
    let count = years.oldRules.edition.rungs.count
    let entities = years.survey.entities.split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let path = (cells[1].isEmpty ? [] : cells[1].split(separator: "/").map(String.init)) + [cells[0]]
      return path + Array(repeating: "", count: count - path.count) + [cells[2]]
    }
    self.init(
      old: years.oldRules, new: years.newRules, scores: (years.old, years.new), settings: settings,
      rows: (rows(years.oldRules, years.oldData), rows(years.newRules, years.newData)), entityRows: entities)
  }
}
