internal import RuleDiagnostics
internal import RuleModel

/// Which column of a wide table says what.
struct WideColumns {
  /// The positions of the ladder's rungs from the top down to the lowest that the table names.
  private(set) var rungs: [Int] = []
  /// The positions of rungs that only fields of other editions know.
  private(set) var otherRungs: [Int] = []
  /// The positions of fields, with their numbers in the catalogue.
  private(set) var fields: [(column: Int, field: Int)] = []

  /// Understands a header; nil after an error.
  init?(_ opening: CSVOpening, _ draft: ObservationDraft, log: inout DiagnosticLog) {
    let errorsBefore = log.errorCount
    let (file, cells) = (opening.file, opening.row.cells)
    var rungColumns = [Int?](repeating: nil, count: draft.ladder.count)
    var columnOfField: [Int: Int] = [:]
    let rungNames = draft.ladder.map { [$0.id.value, $0.id.value + "_id", $0.label.id.trimmed, $0.label.en.trimmed] }
    let otherNames = draft.fields.otherRungs.flatMap { [$0, $0 + "_id"] }
    for (column, cell) in cells.enumerated() {
      let name = headerName(cell, in: file)
      if let rung = rungNames.firstIndex(where: { $0.contains(name) }), !name.isEmpty {
        if let first = rungColumns[rung] { CSVHeader.report(doubled: cell, first: cells[first], of: file, log: &log) }
        rungColumns[rung] = rungColumns[rung] ?? column
      } else if otherNames.contains(name) {
        otherRungs.append(column)
      } else if !WideColumns.unread.contains(name) {
        guard let field = WideColumns.field(name, at: cell, in: file, draft, rungNames, log: &log) else { continue }
        if let first = columnOfField[field] { WideColumns.report(field, cell, cells[first], in: file, draft, log: &log) }
        columnOfField[field] = columnOfField[field] ?? column
        fields.append((column, field))
      }
    }
    let named = rungColumns[...rungColumns.indices.reduce(0) { rungColumns[$1] == nil ? $0 : $1 }]
    for (rung, column) in zip(draft.ladder, named) where column == nil {
      CSVHeader.report(
        missing: CSVColumn(rung.id.value, rung.id.value + "_id"), in: opening.row, of: file, log: &log)
    }
    rungs = named.compactMap(\.self)
    guard log.errorCount == errorsBefore else { return nil }
  }

  /// The columns that may be there and are not read.
  private static let unread: Set = ["source", "date", "assessor", "note"]

  /// Returns the field that a column is called after; nil after reporting that there is none, or more than one.
  private static func field(
    _ name: String, at cell: CSVCell, in file: SourceFile, _ draft: ObservationDraft, _ rungs: [[String]], log: inout DiagnosticLog
  ) -> Int? {
    let found = draft.fields.fields(called: name)
    if found.count == 1 { return found[0] }
    let shown = visible(name.utf8)
    guard found.isEmpty else {
      let ids = found.map { "`\(draft.fields.entries[$0].field.id.value)`" }
      log.error(
        .wideTable, in: file, at: cell.outer,
        Words(
          id: "kolom `\(shown)` dapat berarti bidang \(ids.joined(separator: " atau "))",
          en: "the column `\(shown)` may mean the field \(ids.joined(separator: " or "))"),
        help: Words(id: "tulis id bidangnya sebagai nama kolom", en: "write the id of the field as the name of the column"))
      return nil
    }
    let near = nearestName(to: name, among: draft.fields.allColumnNames + rungs.flatMap(\.self))
    log.error(
      .csvHeader, in: file, at: cell.outer,
      name.isEmpty
        ? Words(id: "kolom ini tidak bernama", en: "this column has no name")
        : Words(
          id: "kolom `\(shown)` bukan jenjang atau bidang", en: "the column `\(shown)` is no rung and no field"),
      help: near.map { Words(id: "mungkin maksudnya `\($0)`?", en: "did you mean `\($0)`?") }
        ?? Words(
          id: "beri nama seperti id atau label bidang dalam berkas aturan, atau hapus kolom ini",
          en: "name it like the id or the label of a field in the rule file, or remove it"))
    return nil
  }

  /// Reports the second column of one field, which may be called otherwise.
  private static func report(
    _ field: Int, _ cell: CSVCell, _ first: CSVCell, in file: SourceFile, _ draft: ObservationDraft, log: inout DiagnosticLog
  ) {
    let id = visible(draft.fields.entries[field].field.id.value.utf8)
    log.error(
      .csvHeader, in: file, at: cell.outer,
      Words(id: "bidang `\(id)` sudah punya kolom", en: "the field `\(id)` has a column already"),
      help: Words(id: "pertahankan satu saja", en: "keep only one of the two"),
      notes: [
        Diagnostic.Note(Words(id: "kolom pertama", en: "the first column"), at: file.range(first.outer.lowerBound, first.outer.upperBound))
      ])
  }

  /// The cells of a row that stand in columns of numbers.
  func numbers(in row: CSVRow, _ catalogue: FieldCatalogue) -> [NumberStyles.NumberCell] {
    fields.filter { catalogue.entries[$0.field].field.kind.isNumeric }.map { (row.cells[$0.column], $0.column, $0.field) }
  }
}
