internal import RuleDiagnostics
internal import RuleModel

/// What was read of one cell of a field.
struct CellDraft {
  /// The number of its text among ``ValueTexts``, or -1 for an empty value.
  private let textOrNone: Int32
  /// The index of its file.
  let file: Int32
  /// The physical line.
  let line: Int32
  /// The offset of the value in its file.
  let start: Int

  init(text: Int?, file: Int, line: Int, start: Int) {
    textOrNone = Int32(text ?? -1)
    self.file = Int32(file)
    self.line = Int32(clamping: line)
    self.start = start
  }

  /// The number of its text; nil for an empty value.
  var text: Int? { textOrNone < 0 ? nil : Int(textOrNone) }
}

/// Everything that the rows of all files say, before entities are sorted.
struct ObservationDraft {
  let ladder: [Rung]
  var fields: FieldCatalogue
  var register: EntityRegister
  var texts = ValueTexts()
  /// The files that were read.
  var files: [ObservationFile] = []
  /// How each of them is written.
  var accounts: [FileAccount] = []
  /// Who is written how.
  var spellings = SpellingBook()
  /// The lines of each file that are passed over, because what stands there was refused before.
  var skipped: [Set<Int>]
  /// Whether what is wrong in many rows is reported in each, and not only in the first.
  var repeatsFaults = false {
    didSet { register.repeatsFaults = repeatsFaults }
  }
  /// How many values are those of fields that stand on no rung of the ladder.
  var looseValues = 0
  /// For each field its cells by the number of the entity in the tree.
  private(set) var cells: [[CellDraft?]]

  /// Makes an empty draft.
  init(ladder: [Rung], fields: FieldCatalogue, sources: [SourceFile]) {
    self.ladder = ladder
    self.fields = fields
    register = EntityRegister(rungCount: ladder.count, sources: sources)
    cells = Array(repeating: [], count: fields.entries.count)
    skipped = sources.map { _ in [] }
  }

  /// Notes how a file is written whose last row was read.
  mutating func close(
    _ table: CSVTable, _ layout: TableForm.Layout, _ styles: NumberStyles, rows: Int, tableRows: Int? = nil, columns: Int = 0,
    log: inout DiagnosticLog
  ) {
    files.append(ObservationFile(name: table.file.name, rows: rows, sheet: table.file.sheet))
    var form = table.file.form
    form.encoding = table.dialect.isSheet ? nil : table.dialect.encoding ?? .utf8
    form.separator = table.dialect.isSheet ? nil : table.dialect.separator
    form.sheet = table.file.sheet?.name
    form.layout = layout
    if case .said = styles.file {} else if !table.dialect.isSheet { form.decimal = styles.usesDecimalComma ? .comma : .point }
    accounts.append(FileAccount(name: table.file.name, form: form, rows: tableRows ?? rows, columns: columns, assumed: table.dialect.note))
    table.reportDialect(log: &log)
  }

  /// Keeps a cell unless there was one already; returns that one.
  mutating func keep(_ cell: CellDraft, of field: Int, for entity: Int) -> CellDraft? {
    let missing = entity + 1 - cells[field].count
    if missing > 0 { cells[field].append(contentsOf: repeatElement(nil, count: missing)) }
    if let first = cells[field][entity] { return first }
    cells[field][entity] = cell
    return nil
  }
}

extension ObservationDraft {
  /// Reports a row that stands on another rung than its field.
  func reportMisplaced(_ field: Int, at cell: CSVCell, in file: SourceFile, log: inout DiagnosticLog) {
    let rule = fields.entries[field].field
    let name = visible(rule.id.value.utf8)
    log.error(
      .cellWrongRung, in: file, at: cell.outer,
      cell.isEmpty
        ? Words(
          id: "`\(name)` dicatat per `\(rule.rung)`, tetapi baris ini tidak menyebutnya",
          en: "`\(name)` is recorded for each `\(rule.rung)`, but this row names none")
        : Words(
          id: "`\(name)` dicatat per `\(rule.rung)`, tetapi baris ini lebih rinci",
          en: "`\(name)` is recorded for each `\(rule.rung)`, but this row goes below it"),
      help: cell.isEmpty
        ? Words(id: "isi kolom `\(rule.rung)`", en: "fill in the column `\(rule.rung)`")
        : Words(id: "kosongkan kolom di bawah `\(rule.rung)`", en: "leave the columns below `\(rule.rung)` empty"))
  }

  /// Reports the second value of a cell, and where the first one stands.
  func reportDuplicate(
    _ value: CSVCell, of field: Int, for place: (rung: Int, entity: Int), in file: SourceFile, first: CellDraft,
    log: inout DiagnosticLog
  ) {
    let name = visible(fields.entries[field].field.id.value.utf8)
    let source = register.sources[Int(first.file)]
    log.error(
      .cellDuplicate, in: file, at: value.outer,
      Words(
        id: "`\(name)` untuk `\(shownPath(place))` sudah ada", en: "`\(name)` of `\(shownPath(place))` is there already"),
      help: Words(id: "pertahankan satu baris saja, walaupun nilainya sama", en: "keep only one row, even if the values are equal"),
      notes: [
        Diagnostic.Note(
          Words(id: "nilai pertama ada di sini", en: "the first value is here"),
          at: SourceRange(file: source.name, at: source.position(at: first.start)))
      ])
  }

  private func shownPath(_ place: (rung: Int, entity: Int)) -> String {
    visible(register.tree.path(of: place.entity, on: place.rung).utf8)
  }
}
