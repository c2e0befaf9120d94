internal import RuleDiagnostics
internal import RuleModel

/// Which cell of a row says what.
struct ObservationColumns {
  /// The positions of the ladder's rungs, the top rung first.
  let rungs: [Int]
  /// The positions of rungs that only fields of other editions know.
  let otherRungs: [Int]
  let field: Int
  let value: Int

  /// The columns that an observation file may have: rungs, field, value, then other rungs and those that are allowed and not read.
  static func expected(_ ladder: [Rung], _ fields: FieldCatalogue) -> [CSVColumn] {
    ladder.map { CSVColumn($0.id.value, $0.id.value + "_id") }
      + [CSVColumn("field", "field_id", "indicator", "indicator_id"), CSVColumn("value")]
      + fields.otherRungs.map { CSVColumn($0, $0 + "_id", isRequired: false) }
      + ["source", "date", "assessor", "note"].map { CSVColumn($0, isRequired: false) }
  }

  /// The indices of field and value among ``expected(_:_:)``.
  static func fieldAndValue(_ ladder: [Rung]) -> ClosedRange<Int> { ladder.count...ladder.count + 1 }

  /// Takes the positions from a header that fits ``expected(_:_:)``.
  init(_ header: CSVHeader, _ ladder: [Rung], _ fields: FieldCatalogue) {
    let own = ObservationColumns.fieldAndValue(ladder)
    let required = header.positions[...own.upperBound].compactMap(\.self)
    field = required[own.lowerBound]
    value = required[own.upperBound]
    rungs = Array(required.prefix(ladder.count))
    otherRungs = header.positions.dropFirst(own.upperBound + 1).prefix(fields.otherRungs.count).compactMap(\.self)
  }

  /// The value of a row, if it is that of a field of numbers.
  func numbers(in row: CSVRow, of file: SourceFile, _ fields: inout FieldCatalogue) -> [NumberStyles.NumberCell] {
    guard case .field(let number) = fields.field(in: row.cells[field], of: file.bytes), fields.entries[number].field.kind.isNumeric else {
      return []
    }
    return [(row.cells[value], value, number)]
  }
}

extension Field.Kind {
  /// Whether its values are numbers.
  var isNumeric: Bool {
    switch self {
    case .number, .count, .level: true
    case .yesNo, .choice, .text: false
    }
  }
}
