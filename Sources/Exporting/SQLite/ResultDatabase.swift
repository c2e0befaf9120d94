internal import Comparison
internal import Observations
internal import Reporting
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// Lays results out as one SQLite database, with the rules that gave them.
public struct ResultDatabase {
  private let results: ResultTables
  private let database: Database

  /// Prepares to write.
  public init(_ results: ResultTables) throws(ExportProblem) {
    self.results = results
    database = try Database()
  }

  /// Returns the file; throws what a database cannot hold. Complexity: linear in the number of cells.
  public func bytes() throws(ExportProblem) -> [UInt8] {
    try database.run(
      """
      PRAGMA page_size = 4096;
      PRAGMA application_id = \(ResultSchema.applicationID);
      PRAGMA user_version = \(ResultSchema.version);
      BEGIN;
      """)
    try database.run(ResultSchema.statements)
    for run in results.runs { try write(run) }
    try writePopulation()
    try writeComparison()
    for table in results.tables {
      if let name = ResultSchema.table(of: table.id) { try write(table, into: name) }
    }
    try database.run("COMMIT")
    return try database.bytes()
  }

  private func write(_ run: ResultTables.Run) throws(ExportProblem) {
    let edition = run.edition
    try insert(
      into: "run",
      [
        .integer(Int64(run.number)), .text(run.stamp.version), .text("\(edition.family)/\(edition.name)"), .text(edition.name),
        .text(edition.title.id), .text(edition.title.en), .text(edition.status.rawValue), .text(edition.provenance.rawValue),
        .integer(Int64(edition.publishedPlaces)), .text(run.stamp.scoring), .text(run.stamp.document), .text(run.stamp.data),
      ])
    if !results.runs.prefix(run.number - 1).contains(where: { $0.stamp.document == run.stamp.document }) {
      try insert(into: "ruleset_text", [.text(run.stamp.document), .text(EditionText(edition).text())])
    }
    for (position, file) in run.scores.observations.files.enumerated() {
      try insert(
        into: "data_file", [.integer(Int64(run.number)), .integer(Int64(position + 1)), .text(file.name), .integer(Int64(file.rows))])
    }
    for (position, step) in edition.zones.steps.enumerated() {
      try insert(
        into: "zone_step",
        [
          .integer(Int64(run.number)), .integer(Int64(position + 1)), .text(step.id.value), .text(step.colour), .text(step.label.id),
          .text(step.label.en), .text(step.from.value.exactText),
        ])
    }
    let parents = Dictionary(edition.score.subtree.flatMap { part in part.children.map { ($0.id.value, part.id.value) } }) { first, _ in
      first
    }
    for (position, part) in edition.score.subtree.enumerated() {
      try insert(
        into: "part",
        [
          .integer(Int64(run.number)), .text(part.id.value), .integer(Int64(position + 1)),
          parents[part.id.value].map { .text($0) } ?? .none, .text(part.label.id), .text(part.label.en),
          .text(part.weight.value.exactText), .text(part.provenance.rawValue),
        ])
    }
  }

  /// Who was surveyed in any run; the directory of the last one is believed.
  private func writePopulation() throws(ExportProblem) {
    var known: [Set<String>] = [[], []]
    for run in results.runs.reversed() {
      let population = run.scores.observations.population
      for (rung, table) in ["institution", "unit"].enumerated() where rung < population.rungs.count {
        let insertion = try database.prepare("INSERT INTO \(table) VALUES(?, ?, ?, ?)")
        for entity in population.rungs[rung] where known[rung].insert(entity.path).inserted {
          let kind = entity.kind.map { DatabaseValue.text($0) } ?? .none
          try insertion.insert(
            rung == 0
              ? [.text(entity.path), .text(entity.name), kind, entity.province.map { .text($0) } ?? .none]
              : [.text(population.rungs[0][entity.parent].path), .text(entity.id), .text(entity.name), kind])
        }
      }
    }
  }

  private func writeComparison() throws(ExportProblem) {
    guard let changes = results.changes, results.runs.count == 2 else { return }
    let places = results.runs.map(\.edition.publishedPlaces).max() ?? 2
    try insert(into: "comparison", [.integer(1), .integer(1), .integer(2), .text(changes.path.rawValue), .integer(Int64(places))])
  }

  private func write(_ table: ResultTable, into name: String) throws(ExportProblem) {
    let columns = table.columns.enumerated().filter { !$0.element.isRepeated }
    let width = columns.map { $0.element.databaseWidth }.reduce(0, +)
    let insertion = try database.prepare("INSERT INTO \(name) VALUES(\(Array(repeating: "?", count: width).joined(separator: ", ")))")
    try table.forEachRow { row throws(ExportProblem) in
      var values: [DatabaseValue] = []
      values.reserveCapacity(width)
      for (position, column) in columns { try add(row[position], in: column, of: row, to: &values) }
      try insertion.insert(values)
    }
  }

  private func add(
    _ cell: ResultCell, in column: ResultColumn, of row: [ResultCell], to values: inout [DatabaseValue]
  ) throws(ExportProblem) {
    switch cell {
    case .none: for _ in 0..<column.databaseWidth { values.append(.none) }
    case .text(let text): values.append(.text(text))
    case .words(let words): values += [.text(words.id), .text(words.en)]
    case .whole(let number): values.append(.integer(Int64(number)))
    case .decimal(let number, let places): values.append(.integer(try scaled(number, places, of: row)))
    case .measure(let number): values.append(.integer(try scaled(number, 6, of: row)))
    case .exact(let number): values.append(.text(number.exactText))
    case .zone(let zone): values += [.text(zone.colour), .text(zone.id.value)]
    case .flag(let flag): values.append(.integer(flag ? 1 : 0))
    case .run(let run): values.append(.integer(Int64(run)))
    }
  }

  /// A number as whole units of its last decimal.
  private func scaled(_ number: Fraction, _ places: Int, of row: [ResultCell]) throws(ExportProblem) -> Int64 {
    let digits = number.fixedText(places: places).utf8.filter { $0 != UInt8(ascii: ".") }
    guard let units = Int64(String(decoding: digits, as: UTF8.self)) else {
      let texts = row.compactMap { cell -> String? in
        guard case .text(let text) = cell else { return nil }
        return text
      }
      let whose = texts.first ?? ""
      throw ExportProblem(
        what: Words(
          id: "nilai \(number.exactText) (`\(whose)`) tidak muat dalam 64 bit dengan \(places) desimal",
          en: "the value \(number.exactText) (`\(whose)`) does not fit in 64 bits with \(places) decimals"),
        help: Words(id: "pakai `--csv` atau `--json`", en: "use `--csv` or `--json`"))
    }
    return units
  }

  private func insert(into table: String, _ values: [DatabaseValue]) throws(ExportProblem) {
    let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
    try database.prepare("INSERT INTO \(table) VALUES(\(places))").insert(values)
  }
}

extension ResultColumn {
  /// How many columns of a database hold this one.
  fileprivate var databaseWidth: Int { kind == .words || kind == .zone ? 2 : 1 }
}
