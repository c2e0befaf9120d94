import Dice
import Foundation
import NaiveScoring
import RuleModel
import TimbangSQL
@testable import YearPairs

/// Cases for engines that run outside of this process: what they have to load, the texts, and what has to come out.
struct EngineCases {
  /// Writes a file of one case a line: random rules, then the shipped editions, then exact ties.
  static func write(to path: String, count: Int, seed: UInt64) throws {
    var lines: [String] = []
    var dice = Dice(seed: seed)
    var round = 0
    while lines.count < count {
      let year = RandomYear(seed: dice.next())
      let rules = round % 2 == 0 ? year.rules.linear : year.rules
      round += 1
      guard year.observations.isStorable(decimals: 3) else { continue }
      let line = try line(named: "\(seed)/\(round)") { dialect in
        try WarehouseYear(
          yaml: rules, data: year.observations, entities: year.entities.replacingKinds, decimals: 3, most: 100, dialect: dialect)
      }
      if let line { lines.append(line) }
    }
    for name in ShippedYear.compilable {
      let year = try ShippedYear(name, seed: seed, institutions: 60)
      let line = try line(named: name) { dialect in
        try WarehouseYear(year.edition, data: year.observations, entities: year.entities, decimals: 2, dialect: dialect)
      }
      if let line { lines.append(line) }
    }
    lines += try changes(count: count / 4, seed: seed)
    let ties = try line(named: "ties") { try WarehouseYear(yaml: Ties.rules, data: Ties.observations, decimals: 2, dialect: $0) }
    if let ties { lines.append(ties) }
    try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Cases of two years: thrown ones, then the shipped pairs.
  private static func changes(count: Int, seed: UInt64) throws -> [String] {
    var lines: [String] = []
    var next = seed
    while lines.count < count {
      defer { next += 1 }
      var rules = RandomRules.Size()
      rules.isLinear = next % 3 == 0
      let years = try TwoYears(seed: next, rules: rules)
      if let line = try line(ofYears: "years \(next)", { try WarehouseChange(years, $0) }) { lines.append(line) }
    }
    for pair in ShippedPair.compilable {
      let years = try ShippedPair(pair, seed: seed, institutions: 60)
      if let line = try line(ofYears: "\(pair)", { try WarehouseChange(years, $0) }) { lines.append(line) }
    }
    return lines
  }

  /// One case of two years; nil where the rules cannot be compiled.
  private static func line(ofYears name: String, _ change: (SQLDialect) throws -> WarehouseChange) throws -> String? {
    var texts: [String: [String: String]] = [:]
    for dialect in SQLDialect.allCases {
      let change = try change(dialect)
      guard let text = try? change.text() else {
        if dialect == .ansi { continue }
        return nil
      }
      texts[dialect.rawValue] = ["explain": text, "tables": change.new.tablesSQL(sinceEarlierYear: change.settings)]
    }
    let first = try change(.sqlite)
    let plain = { (rows: [[String?]]) in rows.map { $0.map { $0 ?? NSNull() as Any } } }
    let object: [String: Any] = [
      "name": name, "texts": texts, "earlier": plain(first.rows.old), "observation": plain(first.rows.new), "entity": first.entityRows,
      "explained": plain(first.expected),
    ]
    return String(decoding: try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]), as: UTF8.self)
  }

  /// One case; nil where the rules cannot be compiled.
  private static func line(named name: String, _ year: (SQLDialect) throws -> WarehouseYear) throws -> String? {
    var texts: [String: [String: String]] = [:]
    for dialect in SQLDialect.allCases {
      let year = try year(dialect)
      guard let score = try? year.text(.score) else {
        // What needs more than 53 bits is for engines with a division of whole numbers.
        if dialect == .ansi { continue }
        return nil
      }
      texts[dialect.rawValue] = ["score": score, "tables": try year.text(.tables), "control": try year.text(.control)]
      texts[dialect.rawValue]?["contributions"] = try? year.text(.contributions)
    }
    let first = try year(.sqlite)
    let control = ControlFigures(first.scores).rows.map { [$0.zone, "\($0.institutions)", "\($0.sum)"] }
    let object: [String: Any] = [
      "name": name, "texts": texts, "observation": first.observationRows.map { $0.map { $0 ?? NSNull() as Any } },
      "entity": first.entityRows, "expected": first.expected.mapValues { $0.map { $0 ?? NSNull() as Any } },
      "contributions": first.expectedContributions, "control": control,
    ]
    return String(decoding: try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]), as: UTF8.self)
  }
}
