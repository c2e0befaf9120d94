internal import RuleDiagnostics
internal import RuleModel

/// Reads the rows of one observation file into the draft.
struct ObservationRows {
  private let file: SourceFile
  private let index: Int
  private let columns: ObservationColumns
  private let style: NumberStyle
  private var valueCount = 0

  /// An entity with its rung.
  private struct Place {
    let rung: Int
    let entity: Int
  }

  /// Reads all rows of the file at `index`, reporting each that cannot be used.
  static func read(_ index: Int, into draft: inout ObservationDraft, log: inout DiagnosticLog) {
    let file = draft.register.sources[index]
    let expected = ObservationColumns.expected(draft.ladder, draft.fields)
    guard var table = CSVTable(file, expecting: expected, numberColumn: ObservationColumns.valueColumn, log: &log) else { return }
    let columns = ObservationColumns(table.header, draft.ladder, draft.fields)
    table.dialect.usesDecimalComma = columns.findDecimalComma(in: table, draft)
    var rows = ObservationRows(file: file, index: index, columns: columns, style: NumberStyle(table.dialect))
    var row = CSVRow()
    while table.next(into: &row, log: &log) { rows.take(row, into: &draft, log: &log) }
    draft.files.append(ObservationFile(name: file.name, rows: rows.valueCount, sheet: file.sheet))
    table.reportDialect(log: &log)
  }

  private init(file: SourceFile, index: Int, columns: ObservationColumns, style: NumberStyle) {
    self.file = file
    self.index = index
    self.columns = columns
    self.style = style
  }

  private mutating func take(_ row: CSVRow, into draft: inout ObservationDraft, log: inout DiagnosticLog) {
    let place = survey(row, in: &draft.register, draft.ladder, log: &log)
    let name = row.cells[columns.field]
    let value = row.cells[columns.value]
    switch draft.fields.field(in: name, of: file.bytes) {
    case .unknown(let isNew):
      if isNew { draft.fields.reportUnknown(name, in: file, log: &log) }
    case .field(let field):
      if !value.isEmpty { valueCount += 1 }
      guard let rung = draft.fields.entries[field].rung, let place else { return }
      if let cell = misplaced(row, place.rung, expected: rung) {
        draft.reportMisplaced(field, at: cell, in: file, log: &log)
      } else {
        keep(value, of: field, for: place, in: &draft, log: &log)
      }
    }
  }

  /// Returns the entity that a row is about, and notes that it was surveyed with all above it; nil after an error.
  private func survey(
    _ row: CSVRow, in register: inout EntityRegister, _ ladder: [Rung], log: inout DiagnosticLog
  ) -> Place? {
    var place: Place?
    for rung in columns.rungs.indices {
      let cell = row.cells[columns.rungs[rung]]
      if cell.isEmpty {
        let below = columns.rungs.indices[(rung + 1)...].first { !row.cells[columns.rungs[$0]].isEmpty }
        if below == nil, rung > 0 { break }
        reportHole(at: cell, ladder[rung], below: below.map { ladder[$0] }, log: &log)
        return nil
      }
      let bytes = CellBytes(file: index, range: cell.outer)
      let id = register.id(in: cell, of: index)
      guard let entity = register.entity(id, below: place?.entity ?? 0, on: rung, at: bytes, log: &log) else { return nil }
      register.survey(entity, on: rung)
      place = Place(rung: rung, entity: entity)
    }
    return place
  }

  /// The cell that puts a row on another rung than its field's; nil if they agree.
  private func misplaced(_ row: CSVRow, _ rung: Int, expected: Int) -> CSVCell? {
    if rung < expected { return row.cells[columns.rungs[rung + 1]] }
    if rung > expected { return row.cells[columns.rungs[expected + 1]] }
    return columns.otherRungs.lazy.map { row.cells[$0] }.first { !$0.isEmpty }
  }

  private func keep(
    _ value: CSVCell, of field: Int, for place: Place, in draft: inout ObservationDraft, log: inout DiagnosticLog
  ) {
    var text: Int?
    if !value.isEmpty {
      let number = draft.texts.number(of: value, in: file.bytes)
      let rule = draft.fields.entries[field].field
      if let fault = draft.texts.fault(of: number, for: rule, style: style) {
        let bytes = draft.texts.bytes(of: number)
        log.error(
          fault.code, in: file, at: value.outer, fault.message(bytes, for: rule), help: fault.help(bytes, for: rule, style: style))
      }
      text = number
    }
    let cell = CellDraft(text: text, file: index, line: value.line, start: value.outer.lowerBound)
    guard let first = draft.keep(cell, of: field, for: place.entity) else { return }
    draft.reportDuplicate(value, of: field, for: (place.rung, place.entity), in: file, first: first, log: &log)
  }

  private func reportHole(at cell: CSVCell, _ rung: Rung, below: Rung?, log: inout DiagnosticLog) {
    let name = rung.id.value
    let help =
      if let below = below?.id.value {
        Words(id: "isi `\(name)`, atau kosongkan `\(below)`", en: "fill in `\(name)`, or leave `\(below)` empty")
      } else {
        Words(id: "isi id `\(name)`", en: "fill in the id of the `\(name)`")
      }
    log.error(
      .cellID, in: file, at: cell.outer,
      below.map {
        Words(
          id: "`\(name)` kosong, padahal `\($0.id.value)` terisi", en: "`\(name)` is empty, but `\($0.id.value)` is given")
      } ?? Words(id: "`\(name)` kosong", en: "`\(name)` is empty"), help: help)
  }
}
