public import Observations
public import RuleDiagnostics
public import RuleModel

/// Observations in the layout of the tables that a text of SQL reads, as CSV.
public struct WarehouseRows: Sendable {
  private let edition: Edition
  private let settings: SQLSettings

  /// Prepares to write the observations of an edition's year.
  public init(_ edition: Edition, _ settings: SQLSettings) {
    (self.edition, self.settings) = (edition, settings)
  }

  /// The table of observations: a column for each rung, the field, and the value as a whole number. Who was visited and has no value
  /// has a row without one. Nil after reporting the first value that has more decimals than the table.
  ///
  /// Complexity: linear in the number of cells.
  public func observations(_ table: ObservationTable, log: inout DiagnosticLog) -> String? {
    var text = (edition.rungs.map(\.id.value) + ["field", settings.valueColumn]).joined(separator: ",") + "\n"
    for (height, rung) in table.population.rungs.enumerated() {
      let fields = edition.fields.filter { edition.height(of: $0.rung) == height }
      for entity in rung.indices {
        let place = self.place(of: entity, on: height, in: table.population)
        var isTold = false
        for field in fields {
          guard let column = table.columns[field.id.value], case .number(let number) = column.value(of: entity) else { continue }
          guard let whole = settings.whole(number) else {
            let source = column.place(of: entity).map { " (\(table.files[$0.file].place(ofLine: $0.line)))" } ?? ""
            let cell = "`\(rung[entity].path)`, `\(field.id.value)`: \(number.decimalText())"
            log.error(
              .sqlTooLarge, at: field.id.range,
              Words(
                id: "\(cell)\(source) punya lebih dari \(settings.decimals) desimal",
                en: "\(cell)\(source) has more than \(settings.decimals) decimals"),
              help: Words(id: "naikkan `--decimals`, juga untuk teks SQL-nya", en: "raise `--decimals`, also for the text of SQL"))
            return nil
          }
          text += "\(place),\(field.id.value),\(whole)\n"
          isTold = true
        }
        if !isTold, rung[entity].children.isEmpty, let first = edition.fields.first { text += "\(place),\(first.id.value),\n" }
      }
    }
    return text
  }

  /// The table of kinds. Complexity: linear in the number of entities.
  public func kinds(_ table: ObservationTable) -> String {
    var text = (edition.rungs.map(\.id.value) + ["kind"]).joined(separator: ",") + "\n"
    for (height, rung) in table.population.rungs.enumerated() {
      for entity in rung.indices {
        guard let kind = rung[entity].kind else { continue }
        text += "\(place(of: entity, on: height, in: table.population)),\(kind)\n"
      }
    }
    return text
  }

  private func place(of entity: Int, on height: Int, in population: Population) -> String {
    let ids = (0...height).map { rung in
      String(decoding: population.id(of: population.ancestor(of: entity, from: height, on: rung), on: rung), as: UTF8.self)
    }
    return (ids + Array(repeating: "", count: population.rungs.count - height - 1)).joined(separator: ",")
  }
}
