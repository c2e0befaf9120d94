package import Observations
package import RuleDiagnostics
package import RuleModel

extension ObservationTable {
  /// These observations, which were made with the instrument of `old`, as the rules of `new` read them: fields under their new names, values
  /// recoded where the rules say how, nothing where another rung is meant.
  ///
  /// Reports values that a field of the same name no longer allows, and then gives nothing. Complexity: linear in the number of cells.
  package func read(by new: Edition, recordedBy old: Edition, log: inout DiagnosticLog) -> ObservationTable? {
    var columns: [String: ObservationColumn] = [:]
    var isSound = true
    for field in new.fields {
      guard let column = column(for: field, of: new, recordedBy: old), new.height(of: field.rung) == column.rung else { continue }
      if let code = column.distinct.indices.first(where: { !field.allows(column.distinct[$0]) && column.codes.contains(Int32($0)) }) {
        isSound = false
        report(column, code, field, of: new, log: &log)
      }
      columns[field.id.value] = column
    }
    return isSound ? ObservationTable(population: population, columns: columns, files: files) : nil
  }

  private func column(for field: Field, of new: Edition, recordedBy old: Edition) -> ObservationColumn? {
    let earlier = new.earlierName(of: field.id.value, in: old.name)
    guard old.field(earlier) != nil, let column = columns[earlier] else { return columns[field.id.value] }
    let links = new.steps(since: old.name).recodings(of: earlier)
    guard !links.isEmpty else { return column }
    let values = column.values.map { value in
      value?.number.flatMap { number in links.reduce(number as Fraction?) { value, link in value.flatMap { link.forward($0) } } }
    }
    return ObservationColumn(rung: column.rung, values: values.map { $0.map { .number($0) } }, places: column.places)
  }

  private func report(_ column: ObservationColumn, _ code: Int, _ field: Field, of edition: Edition, log: inout DiagnosticLog) {
    let entity = column.codes.firstIndex(of: Int32(code)) ?? 0
    let path = population.rungs[column.rung][entity].path
    let range = column.places[entity].map {
      SourceRange(file: files[$0.file].name, at: Position(line: $0.line, column: 1, offset: 0))
    }
    let value = column.distinct[code].number?.decimalText() ?? ""
    log.error(
      .cellOutOfRange, at: range,
      Words(
        id: "`\(value)` untuk `\(field.id.value)` dari `\(path)` tidak berlaku menurut aturan \(edition.name)",
        en: "`\(value)` for `\(field.id.value)` of `\(path)` is no value under the rules \(edition.name)"),
      help: Words(
        id: "bila artinya berubah, beri bidang itu nama baru atau `recode` di aturan \(edition.name)",
        en: "if its meaning changed, give the field a new name or a `recode` in the rules \(edition.name)"))
  }
}

extension Field {
  /// Whether a value can be one of this field.
  fileprivate func allows(_ value: ObservedValue) -> Bool {
    switch (kind, value) {
    case (.choice, .text), (.text, .text): return true
    case (.choice, _), (.text, _), (_, .text): return false
    case (.yesNo, .number(let number)): return number == .zero || number == .one
    case (.number, .number(let number)): return range?.contains(number) ?? true
    case (.count, .number(let number)): return number.isWhole && range?.contains(number) ?? (number.signum >= 0)
    case (.level, .number(let number)): return number.isWhole && range?.contains(number) ?? true
    }
  }
}
