internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring
internal import Timbang

/// From files to files: rules and observations are read, and the scores of units and institutions written, as a comparison of engines asks
/// of each: `obs.csv` and `units.csv` (institution_id,unit_id,unit_type) in, `units.csv` and `institutions.csv` out.
struct FileRun {
  let rules: String
  let folder: String
  let out: String
  let threads: Int

  /// Does it all and returns how long each stage took, as one line `MARKS {...}`.
  func run() throws(BenchError) -> String {
    var marks = Marks()
    let edition = try loadEdition(rules)
    marks.end("rules")
    let table = try readTable(of: edition.edition, folder, threads: threads)
    marks.end("read")
    var log = DiagnosticLog()
    let scores = edition.score(table, log: &log)
    guard !log.hasErrors else { throw BenchError(log.diagnostics.first?.message.en ?? "no scores") }
    marks.end("score")
    try write(scores)
    marks.end("write")
    return "MARKS {\(marks.seconds.map { "\"\($0.name)\": \($0.text)" }.joined(separator: ", "))}"
  }

  private func write(_ scores: ScoreTable) throws(BenchError) {
    let parts = [scores.edition.score] + scores.edition.score.children
    let columns = parts.dropFirst() + parts.prefix(1)
    let names = columns.dropLast().map(\.id.value).joined(separator: ",")
    try writeBytes(rows("unit_id,\(names),score", of: Array(columns), on: 1, in: scores, zones: false), to: "\(out)/units.csv")
    try writeBytes(
      rows("institution_id,\(names),score,zone", of: Array(columns), on: 0, in: scores, zones: true), to: "\(out)/institutions.csv")
  }

  private func rows(_ header: String, of parts: [Part], on rung: Int, in scores: ScoreTable, zones: Bool) -> [UInt8] {
    let edition = scores.edition
    let columns = parts.map { scores.hundredths($0.id.value, on: rung) }
    let steps = edition.zones.steps.map { (from: $0.from.value, name: Array(($0.id.value.uppercased()).utf8)) }
    let population = scores.observations.population
    var bytes = Array(header.utf8) + [UInt8(ascii: "\n")]
    bytes.reserveCapacity(population.count(on: rung) * 64)
    for entity in 0..<population.count(on: rung) {
      bytes.append(contentsOf: population.id(of: entity, on: rung))
      for column in columns {
        bytes.append(UInt8(ascii: ","))
        if let figure = column[entity] { bytes.append(hundredths: figure) }
      }
      if zones {
        bytes.append(UInt8(ascii: ","))
        if let total = columns.last?[entity], let step = steps.last(where: { $0.from <= Fraction(total, 100) }) {
          bytes.append(contentsOf: step.name)
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

extension ScoreTable {
  /// The values of a part on a rung in hundredths, rounded half up; nil where there is none.
  fileprivate func hundredths(_ part: String, on rung: Int) -> [Int?] {
    guard let index = partIndex(part) else { return [] }
    return values.units(index, on: rung, of: Rounding(places: 2, mode: .halfUp, rungs: nil))
  }
}

extension [UInt8] {
  /// Appends a number of 0 or more with two decimals.
  fileprivate mutating func append(hundredths: Int) {
    var divisor = 100
    while hundredths / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(hundredths / divisor % 10))
      if divisor == 100 { append(UInt8(ascii: ".")) }
      divisor /= 10
    }
  }
}

/// Loads an edition, or says what is wrong with it.
func loadEdition(_ path: String) throws(BenchError) -> CheckedEdition {
  let loaded = Workspace(rulesFolder: ".").load(path)
  guard let edition = loaded.edition else { throw BenchError("`\(path)`: \(loaded.log.diagnostics.first?.message.en ?? "no rules")") }
  return edition
}

/// Reads `obs.csv` and `units.csv` of a folder, or says what is wrong with them.
func readTable(of edition: Edition, _ folder: String, threads: Int = 1) throws(BenchError) -> ObservationTable {
  var log = DiagnosticLog()
  let workspace = Workspace(rulesFolder: ".")
  guard let observations = workspace.read("\(folder)/obs.csv", for: .table, log: &log),
    let units = workspace.read("\(folder)/units.csv", for: .table, log: &log)
  else { throw BenchError(code: 66, log.diagnostics.first?.message.en ?? "no data") }
  let reader = ObservationReader(ladder: edition.rungs, fields: edition.fields, threads: threads)
  guard let table = reader.read([observations], entities: [directory(of: units)], log: &log) else {
    throw BenchError(log.diagnostics.first?.message.en ?? "no data")
  }
  return table
}

/// The register of units as a directory of entities.
private func directory(of units: SourceFile) -> SourceFile {
  var bytes = Array("id,parent,kind,name\n".utf8)
  bytes.reserveCapacity(units.bytes.count * 2)
  for line in units.bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
    let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard cells.count == 3 else { continue }
    for cell in [cells[1], cells[0], cells[2], cells[1]] {
      bytes.append(contentsOf: cell)
      bytes.append(UInt8(ascii: ","))
    }
    bytes[bytes.count - 1] = UInt8(ascii: "\n")
  }
  return SourceFile(name: units.name, bytes: bytes)
}
