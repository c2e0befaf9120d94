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
    for seed in seeds(isLinear ? 60 : 160, from: isLinear ? 1 : 1001) {
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
    #expect(tally.pairs > 40 && tally.explained > 20, "\(tally)")
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

  /// The finding on a change from the rules of ``Ties`` by one edit.
  private func finding(_ edit: String) throws -> Diagnostic? {
    let old = try TwoYears.load(Ties.rules, base: "")
    let change = "[{id: u, title: {id: Ubahan, en: Change}, edits: [\(edit)]}]"
    let new = try TwoYears.load("timbang: 1\nid: seri\nedition: 2\nextends: 1\nchanges: \(change)\n", base: Ties.rules)
    var log = DiagnosticLog()
    let text = new.explanationSQL(since: old, SQLSettings(.duckdb), log: &log)
    #expect((text == nil) == log.hasErrors)
    return log.diagnostics.first
  }

  @Test func `what the worlds between two years cannot read is refused where it stands`() throws {
    let line = "{set: {part: nilai, linear: {field: nilai, worst: 0, best: 200}}}"
    let wider = try #require(try finding("{set: {field: nilai, range: [0, 200]}}, \(line)"))
    #expect(wider.code == .sqlNotCompilable)
    #expect(wider.message.en == "`nilai` may hold other values in edition 2: its type or its range differs")
    // The field stands in line 8 of the old rules.
    #expect(wider.range?.start.line == 8)
    #expect(try finding("{set: {field: nilai, range: [0, 90]}}") == nil)
    #expect(try finding("{rename: {field: nilai, to: angka}}") == nil)
  }

  @Test func `rules of another family cannot be compared`() throws {
    var log = DiagnosticLog()
    let (old, new) = (try ShippedYear.load("spbe/2020"), try ShippedYear.load("kepatuhan/2022"))
    #expect(new.explanationSQL(since: old, SQLSettings(.duckdb), log: &log) == nil)
    #expect(log.diagnostics.map(\.code) == [.differentFamilies])
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
