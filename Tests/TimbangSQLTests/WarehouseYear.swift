import Observations
import RuleDiagnostics
import RuleLoading
import RuleModel
import Scoring
import TimbangSQL

/// Rules and observations, scored by the engine and by what the compiler wrote.
struct WarehouseYear {
  struct Trouble: Error, CustomStringConvertible {
    let description: String
  }

  let edition: CheckedEdition
  let scores: ScoreTable
  let settings: SQLSettings
  /// The rows of the table of observations, the value last.
  let observationRows: [[String?]]
  /// The rows of the table of kinds.
  let entityRows: [[String]]

  /// Loads, reads and scores. `data` and `entities` come without headers; throws what was found wrong.
  init(
    yaml: String, data: String, entities: String = "", decimals: Int = 0, most: Int = 10_000, dialect: SQLDialect = .sqlite
  ) throws {
    let loaded = EditionLoader { _, _ in nil }.load(SourceFile(name: "rules.yaml", bytes: Array(yaml.utf8)))
    guard let edition = loaded.edition, !loaded.log.hasErrors else {
      throw Trouble(description: loaded.log.diagnostics.map(\.message.en).joined(separator: "\n"))
    }
    try self.init(edition, data: data, entities: entities, decimals: decimals, most: most, dialect: dialect)
  }

  init(
    _ edition: CheckedEdition, data: String, entities: String = "", decimals: Int = 0, most: Int = 10_000, dialect: SQLDialect = .sqlite
  ) throws {
    let header = edition.edition.rungs.map(\.id.value).joined(separator: ",") + ",field,value\n"
    let files = [SourceFile(name: "data.csv", bytes: Array((header + data).utf8))]
    let directory = entities.isEmpty ? [] : [SourceFile(name: "entities.csv", bytes: Array(("id,parent,kind,name\n" + entities).utf8))]
    var log = DiagnosticLog()
    let table = ObservationReader(ladder: edition.edition.rungs, fields: edition.edition.fields).read(files, entities: directory, log: &log)
    guard let table, !log.hasErrors else {
      throw Trouble(description: log.diagnostics.map(\.message.en).joined(separator: "\n"))
    }
    var found = DiagnosticLog()
    self.edition = edition
    scores = edition.score(table, log: &found)
    settings = SQLSettings(dialect, decimals: decimals, most: most)
    observationRows = WarehouseYear.observationRows(edition.edition, data, settings)
    entityRows = WarehouseYear.entityRows(edition.edition, entities)
  }

  /// The text for a question; throws why there is none.
  func text(_ part: SQLPart) throws -> String {
    var log = DiagnosticLog()
    guard let text = edition.sql(part, settings, log: &log) else {
      throw Trouble(description: log.diagnostics.map { "\($0.code.rawValue) \($0.message.en)" }.joined(separator: "\n"))
    }
    return text
  }

  /// What SQLite answers.
  func answer(_ part: SQLPart) throws -> [[String?]] {
    let engine = try Engine()
    try engine.rows(text(.tables))
    try engine.insert(observationRows, into: settings.observations, lastIsNumber: true)
    try engine.insert(entityRows, into: settings.entities, lastIsNumber: false)
    return try engine.rows(text(part))
  }

  /// What the engine answers to `score`, in the same shape; whether a score is unsure and why one is refused is not its business.
  var expected: [String: [String?]] {
    let population = scores.observations.population
    let places = edition.edition.publishedPlaces
    var rows: [String: [String?]] = [:]
    for institution in population.rungs[0].indices {
      let total = scores.total(of: institution)
      let reported = total.map { edition.edition.publishedRounding?($0) ?? $0.rounded(places: places, mode: .halfUp) }
      let zone = total.flatMap { edition.edition.zone(of: $0) }
      rows[population.rungs[0][institution].path] = [
        reported.map { ($0 * Fraction(Int(Fraction.powersOfTen[places]))).exactText }, zone?.id.value, zone?.colour,
      ]
    }
    return rows
  }

  /// What the engine's trace says that each indicator gives to an institution's total, in millionths: its value times the shares on its way.
  var expectedContributions: [[String]] {
    scores.observations.population.rungs[0].indices.flatMap { institution -> [[String]] in
      guard scores.total(of: institution) != nil else { return [] }
      var points: [String: Fraction] = [:]
      func visit(_ trace: Trace, _ share: Fraction) {
        guard let value = trace.value else { return }
        if !trace.isCombinedUp, trace.below.isEmpty { return points[trace.part, default: .zero] += share * value }
        for below in trace.below {
          if let own = below.share { visit(below, share * own) }
        }
      }
      visit(scores.trace(of: institution), .one)
      let name = scores.observations.population.rungs[0][institution].path
      return edition.edition.score.subtree.filter(\.children.isEmpty).map { part in
        let million = (points[part.id.value] ?? .zero) * Fraction(1_000_000)
        return [name, part.id.value, million.rounded(places: 0, mode: .halfUp).exactText]
      }
    }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
  }

  static func observationRows(_ edition: Edition, _ data: String, _ settings: SQLSettings) -> [[String?]] {
    data.split(separator: "\n").map { line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let value = cells.removeLast()
      let number: Fraction? =
        switch edition.field(cells[cells.count - 1])?.kind {
        case .yesNo: ["1", "true", "ya"].contains(value) ? .one : value.isEmpty ? nil : .zero
        case .text, .choice, nil: nil
        default: Fraction(decimal: value)
        }
      return cells + [number.flatMap { settings.whole($0) }.map { "\($0)" }]
    }
  }

  static func entityRows(_ edition: Edition, _ entities: String) -> [[String]] {
    entities.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let path = (cells[1].isEmpty ? [] : cells[1].split(separator: "/").map(String.init)) + [cells[0]]
      guard path.count <= edition.rungs.count else { return nil }
      return path + Array(repeating: "", count: edition.rungs.count - path.count) + [cells[2]]
    }
  }
}

extension String {
  /// A directory in which everybody has a kind, and one with a weight: `timbang score` ends with an error where that is asked for and not there.
  var replacingKinds: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false)
      if cells.count == 4, cells[2].isEmpty || cells[2] == "D" { cells[2] = "A" }
      return cells.joined(separator: ",")
    }.joined(separator: "\n")
  }

  /// Whether no number has more decimals than the column that it is stored in.
  func isStorable(decimals: Int) -> Bool {
    split(separator: "\n").allSatisfy { line in
      let pieces = line.split(separator: ",", omittingEmptySubsequences: false).last?.split(separator: ".") ?? []
      return pieces.count < 2 || pieces[1].count <= decimals
    }
  }
}

extension String {
  /// A rule file without what is no weighted mean or sum.
  var linear: String {
    split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("goalposts:") }.map { line in
      ["combine: min", "combine: max", "combine: median"].reduce(String(line)) { text, word in
        text.split(separator: word, omittingEmptySubsequences: false).joined(separator: "combine: mean")
      }
    }.joined(separator: "\n")
  }
}
