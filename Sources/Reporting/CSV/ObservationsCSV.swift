public import Observations
public import RuleDiagnostics
public import RuleModel

/// Writes observations as they are read without guessing: a row for each, ids, decimal points, commas, LF.
///
/// Entities stand in the order of the population, fields in that of the edition. Who was surveyed and has no value has one row without one.
public struct ObservationsCSV: Sendable {
  /// The rows, with their header.
  public private(set) var text: String
  /// How many rows stand below the header.
  public private(set) var rows = 0

  private let table: ObservationTable
  private let fields: [String]
  private let depth: Int

  /// Writes all observations. Complexity: linear in entities times fields.
  public init(_ table: ObservationTable, by edition: Edition) {
    self.table = table
    let own = edition.fields.map(\.id.value)
    // Fields of other editions follow those of this one.
    fields = own + table.columns.keys.filter { !own.contains($0) }.sorted()
    depth = edition.rungs.count
    text = (edition.rungs.map(\.id.value) + ["field", "value"]).joined(separator: ",") + "\n"
    for entity in 0..<table.population.count(on: 0) { write(entity, on: 0, below: [], edition) }
  }

  private mutating func write(_ entity: Int, on rung: Int, below above: [String], _ edition: Edition) {
    let path = above + [csvCell(String(decoding: table.population.id(of: entity, on: rung), as: UTF8.self))]
    let name = (path + repeatElement("", count: depth - path.count)).joined(separator: ",")
    let rowsBefore = rows
    for field in fields {
      guard let column = table.columns[field], column.rung == rung, let value = column.value(of: entity) else { continue }
      add(name, field, ObservationsCSV.text(value))
    }
    if rung + 1 < depth {
      for child in table.population.children(of: entity, on: rung) { write(child, on: rung + 1, below: path, edition) }
    }
    if rows == rowsBefore, let field = placeholder(on: rung, edition) { add(name, field, "") }
  }

  /// A field that a row without a value may name.
  private func placeholder(on rung: Int, _ edition: Edition) -> String? {
    let id = edition.rungs[rung].id.value
    return edition.fields.first { $0.rung == id }?.id.value ?? table.columns.filter { $0.value.rung == rung }.keys.min()
  }

  private mutating func add(_ entity: String, _ field: String, _ value: String) {
    text += "\(entity),\(csvCell(field)),\(value)\n"
    rows += 1
  }

  private static func text(_ value: ObservedValue) -> String {
    switch value {
    case .number(let number): undoubted(number.decimalText(atMost: Fraction.longestText))
    // What a spreadsheet might take for a formula stays as it is: this file is read by programs, and must say what was said.
    case .text(let text): csvCell(text)
    }
  }
}

/// Lists rows that an import left out, one finding a row: where it stands, its code and what is wrong.
public struct RefusedRowsCSV: Sendable {
  /// The rows, with their header.
  public let text: String

  /// Lists findings that have a place.
  public init(_ findings: [Diagnostic], language: Language) {
    var csv = CSVText()
    csv.row(["file", "line", "column", "code", "message"])
    for finding in findings {
      csv.row([
        finding.range?.file ?? "", finding.range.map { "\($0.start.line)" } ?? "",
        finding.range.map { $0.cell ?? "\($0.start.column)" } ?? "",
        finding.code.rawValue, finding.message[language],
      ])
    }
    text = csv.text
  }
}
