internal import RuleDiagnostics
internal import RuleModel

/// Reads the rows of one wide table into the draft: a row is an entity, and each column of a field holds one of its values.
struct WideRows {
  private let survey: RowSurvey
  private let columns: WideColumns
  private let styles: NumberStyles
  private var rowCount = 0
  private var valueCount = 0
  /// The row of each entity.
  private var rows: [Place: CSVCell] = [:]
  /// What was said of entities that several rows may speak of.
  private var statements: [Statement.Key: Statement] = [:]
  /// The fields whose values stand in rows of lower rungs.
  private var repeated: Set<Int> = []

  private struct Place: Hashable {
    let rung: Int
    let entity: Int
  }

  /// A value of an entity, where it first occurs.
  private struct Statement {
    struct Key: Hashable {
      let field: Int
      let entity: Int
    }

    let value: CSVCell
    let text: [UInt8]
    /// Whether the row is that of the entity, and not of one below it.
    var isOwn: Bool
  }

  private var file: SourceFile { survey.file }

  /// Reads all rows of a file whose first row was read.
  static func read(_ opening: CSVOpening, _ index: Int, into draft: inout ObservationDraft, log: inout DiagnosticLog) {
    guard let columns = WideColumns(opening, draft, log: &log) else { return }
    var table = CSVTable(opening, CSVHeader(names: opening.row.cells.map { $0.text(in: opening.file.bytes) }))
    let styles = NumberStyles(of: table, draft) { columns.numbers(in: $0, $1) }
    var rows = WideRows(
      survey: RowSurvey(file: opening.file, index: index, rungs: columns.rungs), columns: columns, styles: styles)
    var row = CSVRow()
    while table.next(into: &row, skipping: draft.skipped[index], log: &log) { rows.take(row, into: &draft, log: &log) }
    table.dialect.remarks = rows.remarks(draft) + table.dialect.remarks
    table.note(styles)
    draft.close(table, .wide, styles, rows: rows.valueCount, tableRows: rows.rowCount, columns: columns.fields.count, log: &log)
  }

  private init(survey: RowSurvey, columns: WideColumns, styles: NumberStyles) {
    self.survey = survey
    self.columns = columns
    self.styles = styles
  }

  private func remarks(_ draft: ObservationDraft) -> [Words] {
    let count = columns.fields.count
    let upper = repeated.sorted().map { "`\(visible(draft.fields.entries[$0].field.id.value.utf8))`" }.joined(separator: ", ")
    return [Words(id: "satu kolom untuk setiap bidang (\(count))", en: "a column for each field (\(count))")]
      + (upper.isEmpty
        ? []
        : [
          Words(
            id: "\(upper) tercatat di jenjang lebih atas dan dihitung sekali",
            en: "\(upper) recorded on a higher rung and counted once")
        ])
  }

  private mutating func take(_ row: CSVRow, into draft: inout ObservationDraft, log: inout DiagnosticLog) {
    guard let places = survey.survey(row, into: &draft, log: &log), let place = places.last else {
      for (column, field) in columns.fields where draft.fields.entries[field].rung != nil {
        let value = row.cells[column]
        _ = draft.check(value, of: field, from: survey.index, style: styles.style(of: value, in: column, for: field), log: &log)
      }
      return
    }
    let key = row.cells[columns.rungs[place.rung]]
    if let first = rows[Place(rung: place.rung, entity: place.entity)] {
      reportTwice(place, at: key, first: first, draft, log: &log)
      return
    }
    rows[Place(rung: place.rung, entity: place.entity)] = key
    rowCount += 1
    let otherRung = columns.otherRungs.lazy.map { row.cells[$0] }.first { !$0.isEmpty }
    for (column, field) in columns.fields {
      let value = row.cells[column]
      guard let rung = draft.fields.entries[field].rung else {
        if !value.isEmpty { (valueCount, draft.looseValues) = (valueCount + 1, draft.looseValues + 1) }
        continue
      }
      if let otherRung {
        guard !value.isEmpty else { continue }
        draft.reportMisplaced(field, at: otherRung, in: file, log: &log)
        return
      }
      if rung > place.rung {
        if !value.isEmpty { reportNamesNone(field, at: value, draft, log: &log) }
      } else if state(value, of: field, for: places[rung], isOwn: rung == place.rung, draft, log: &log) {
        if !value.isEmpty { valueCount += 1 }
        draft.take(
          value, of: field, for: places[rung], from: survey.index, style: styles.style(of: value, in: column, for: field), log: &log)
      }
    }
  }

  /// Whether a value is to be kept: not if it repeats what another row says of the same entity. What contradicts it is reported.
  private mutating func state(
    _ value: CSVCell, of field: Int, for place: RowSurvey.Place, isOwn: Bool, _ draft: ObservationDraft, log: inout DiagnosticLog
  ) -> Bool {
    guard place.rung < columns.rungs.count - 1 else { return true }
    // An empty cell says nothing of an entity that another row may speak of.
    guard !value.isEmpty else { return false }
    let key = Statement.Key(field: field, entity: place.entity)
    let text = value.text(in: file.bytes)
    if !isOwn { repeated.insert(field) }
    guard let first = statements[key] else {
      statements[key] = Statement(value: value, text: text, isOwn: isOwn)
      return true
    }
    if first.text != text { reportDiffering(field, place, at: value, first: first.value, draft, log: &log) }
    return false
  }

  private func reportTwice(
    _ place: RowSurvey.Place, at cell: CSVCell, first: CSVCell, _ draft: ObservationDraft, log: inout DiagnosticLog
  ) {
    let path = { visible(draft.register.tree.path(of: place.entity, on: place.rung).utf8) }
    log.error(
      .cellDuplicate, in: file, at: cell.outer,
      Words(id: "baris untuk `\(path())` sudah ada", en: "a row of `\(path())` is there already"),
      help: Words(id: "pertahankan satu baris saja, walaupun nilainya sama", en: "keep only one row, even if the values are equal"),
      notes: [
        Diagnostic.Note(
          Words(id: "baris pertama ada di sini", en: "the first row is here"),
          at: file.range(first.outer.lowerBound, first.outer.upperBound))
      ])
  }

  private func reportNamesNone(_ field: Int, at value: CSVCell, _ draft: ObservationDraft, log: inout DiagnosticLog) {
    let rule = draft.fields.entries[field].field
    let name = visible(rule.id.value.utf8)
    log.error(
      .cellWrongRung, in: file, at: value.outer,
      Words(
        id: "`\(name)` dicatat per `\(rule.rung)`, tetapi baris ini tidak menyebutnya",
        en: "`\(name)` is recorded for each `\(rule.rung)`, but this row names none"),
      help: Words(id: "isi kolom `\(rule.rung)`, atau kosongkan sel ini", en: "fill in the column `\(rule.rung)`, or leave this cell empty")
    )
  }

  private func reportDiffering(
    _ field: Int, _ place: RowSurvey.Place, at value: CSVCell, first: CSVCell, _ draft: ObservationDraft, log: inout DiagnosticLog
  ) {
    let name = visible(draft.fields.entries[field].field.id.value.utf8)
    let path = visible(draft.register.tree.path(of: place.entity, on: place.rung).utf8)
    log.error(
      .wideTable, in: file, at: value.outer,
      Words(
        id: "`\(name)` untuk `\(path)` berbeda di dua baris", en: "`\(name)` of `\(path)` differs between two rows"),
      help: Words(
        id: "bidang ini dicatat per `\(draft.ladder[place.rung].id.value)`: tulis nilai yang sama di semua barisnya, atau hanya di satu",
        en: "this field is recorded for each `\(draft.ladder[place.rung].id.value)`: write the same value in all its rows, or in only one"),
      notes: [
        Diagnostic.Note(
          Words(id: "nilai pertama ada di sini", en: "the first value is here"),
          at: file.range(first.outer.lowerBound, first.outer.upperBound))
      ])
  }
}
