internal import RuleDiagnostics
internal import RuleModel

/// Reads the rows of one observation file in long form into the draft.
struct ObservationRows {
  private let survey: RowSurvey
  private let columns: ObservationColumns
  private let styles: NumberStyles
  private var valueCount = 0

  private var file: SourceFile { survey.file }

  /// Reads all rows of the file at `index`, in whichever form it is, reporting each that cannot be used.
  static func read(_ index: Int, into draft: inout ObservationDraft, log: inout DiagnosticLog) {
    let file = draft.register.sources[index]
    guard let opening = CSVOpening(file, log: &log) else { return }
    switch TableShape(opening, draft) {
    case .long: readLong(opening, index, into: &draft, log: &log)
    case .wide: WideRows.read(opening, index, into: &draft, log: &log)
    case .mixed(let field, let other): TableShape.reportMixed(field, other, in: file, log: &log)
    }
  }

  private static func readLong(_ opening: CSVOpening, _ index: Int, into draft: inout ObservationDraft, log: inout DiagnosticLog) {
    let file = opening.file
    let expected = ObservationColumns.expected(draft.ladder, draft.fields)
    guard
      var table = CSVTable(opening, expecting: expected, numberColumn: ObservationColumns.fieldAndValue(draft.ladder).upperBound, log: &log)
    else {
      return
    }
    let columns = ObservationColumns(table.header, draft.ladder, draft.fields)
    let styles = NumberStyles(of: table, draft) { columns.numbers(in: $0, of: file, &$1) }
    var rows = ObservationRows(survey: RowSurvey(file: file, index: index, rungs: columns.rungs), columns: columns, styles: styles)
    var row = CSVRow()
    while table.next(into: &row, skipping: draft.skipped[index], log: &log) { rows.take(row, into: &draft, log: &log) }
    table.note(styles)
    draft.close(table, .long, styles, rows: rows.valueCount, log: &log)
  }

  private init(survey: RowSurvey, columns: ObservationColumns, styles: NumberStyles) {
    self.survey = survey
    self.columns = columns
    self.styles = styles
  }

  private mutating func take(_ row: CSVRow, into draft: inout ObservationDraft, log: inout DiagnosticLog) {
    let place = survey.survey(row, into: &draft, log: &log)?.last
    let name = row.cells[columns.field]
    let value = row.cells[columns.value]
    switch draft.fields.field(in: name, of: file.bytes) {
    case .unknown(let isNew):
      if isNew || draft.repeatsFaults { draft.fields.reportUnknown(name, in: file, log: &log) }
    case .field(let field):
      if !value.isEmpty { valueCount += 1 }
      guard let rung = draft.fields.entries[field].rung else {
        if !value.isEmpty { draft.looseValues += 1 }
        return
      }
      guard let place else { return }
      if let cell = misplaced(row, place.rung, expected: rung) {
        draft.reportMisplaced(field, at: cell, in: file, log: &log)
      } else {
        draft.take(
          value, of: field, for: place, from: survey.index, style: styles.style(of: value, in: columns.value, for: field), log: &log)
      }
    }
  }

  /// The cell that puts a row on another rung than its field's; nil if they agree.
  private func misplaced(_ row: CSVRow, _ rung: Int, expected: Int) -> CSVCell? {
    if rung < expected { return row.cells[columns.rungs[rung + 1]] }
    if rung > expected { return row.cells[columns.rungs[expected + 1]] }
    return columns.otherRungs.lazy.map { row.cells[$0] }.first { !$0.isEmpty }
  }
}

extension CSVTable {
  /// Notes how numbers are written.
  mutating func note(_ styles: NumberStyles) {
    dialect.usesDecimalComma = styles.usesDecimalComma
    if case .said(_, let group?) = styles.file { dialect.remarks.append(group.words) }
    for column in styles.commaColumns.sorted() where dialect.isSheet {
      let name = visible(header.names[column])
      dialect.remarks.append(
        Words(
          id: "teks berkoma desimal di kolom `\(name)` dibaca sebagai angka",
          en: "texts with decimal commas in the column `\(name)` read as numbers"))
    }
  }
}

extension TableForm.GroupMark {
  fileprivate var words: Words {
    switch self {
    case .point: Words(id: "titik antarribuan", en: "points between thousands")
    case .comma: Words(id: "koma antarribuan", en: "commas between thousands")
    case .blank: Words(id: "spasi antarribuan", en: "blanks between thousands")
    case .apostrophe: Words(id: "apostrof antarribuan", en: "apostrophes between thousands")
    }
  }
}
