internal import RuleDiagnostics

/// Keeps only the first cell of each merged one, and says which rows of data lack what is shown in them.
struct MergeCheck {
  /// What a merged cell does to the data.
  struct Finding {
    let severity: Severity
    let fault: SheetFault
  }

  private(set) var findings: [Finding] = []

  /// Columns that only tell where a value comes from: nothing is read by them.
  private static let remarks: Set<String> = ["source", "date", "assessor", "note"]

  /// How many rows may be looked at for all merged cells together.
  private static let mostRows = 20_000_000

  /// Takes the covered cells out of `cells`. Complexity: linear in the rows that merged cells cover.
  init(_ merges: [MergedCells], in cells: inout SheetCells) throws(SheetFault) {
    let header = cells.rows.first
    var looked = 0
    for merge in merges {
      let rows = cells.rows(in: merge.first.row...merge.last.row)
      looked += rows.count
      guard looked <= MergeCheck.mostRows else {
        throw .tooLarge(Words(id: "sel gabungan menutupi terlalu banyak baris", en: "merged cells cover too many rows"))
      }
      var first: SheetCells.Cell?
      var lacking = 0
      var lost = 0
      for row in rows {
        var hasOthers = false
        for index in row.cells where cells.cells[index].length > 0 {
          let cell = cells.cells[index]
          if cell.column < merge.first.column || cell.column > merge.last.column {
            hasOthers = true
          } else if row.number == merge.first.row, cell.column == merge.first.column {
            first = cell
          } else {
            cells.cells[index].length = 0
            lost += 1
          }
        }
        if hasOthers, row.number > merge.first.row, row.number > header?.number ?? 0 { lacking += 1 }
      }
      let isInHeader = merge.last.row <= header?.number ?? 0
      guard !isInHeader, first != nil || lost > 0 else { continue }
      let title = header.flatMap { MergeCheck.title(of: merge.first.column, in: $0, cells) }
      if lacking > 0 {
        let isText = first.map { cells.isText($0) } ?? false
        let severity: Severity = isText && !MergeCheck.remarks.contains(title ?? "") ? .error : .warning
        findings.append(Finding(severity: severity, fault: .merged(merge, lacking: lacking, title)))
      } else if merge.last.column > merge.first.column, let header, MergeCheck.hasTitle(behind: merge, in: header, cells) {
        findings.append(Finding(severity: .warning, fault: .merged(merge)))
      }
    }
  }

  /// What the header says above a column, without its quotes.
  private static func title(of column: Int, in header: SheetCells.Row, _ cells: SheetCells) -> String? {
    header.cells.lazy.map { cells.cells[$0] }.first { $0.column == column && $0.length > 0 }
      .map { String(decoding: cells.text($0).filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self) }
  }

  private static func hasTitle(behind merge: MergedCells, in header: SheetCells.Row, _ cells: SheetCells) -> Bool {
    header.cells.contains { index in
      let cell = cells.cells[index]
      return cell.length > 0 && cell.column > merge.first.column && cell.column <= merge.last.column
    }
  }
}

extension MergedCells {
  /// Both ends, as in Excel.
  var text: String { "\(Sheet.letters(of: first.column))\(first.row):\(Sheet.letters(of: last.column))\(last.row)" }
}

extension SheetFault {
  /// A cell that is merged over several rows of data.
  fileprivate static func merged(_ merge: MergedCells, lacking rows: Int, _ title: String?) -> SheetFault {
    let what = title.map { "`\($0)`" }
    let first = "\(Sheet.letters(of: merge.first.column))\(merge.first.row)"
    return SheetFault(
      .mergedCells, at: .cell(row: merge.first.row, column: merge.first.column),
      Words(
        id: "sel gabungan \(merge.text) hanya memberi isi pada \(first); \(rows) baris lain tidak punya \(what ?? "isi itu")",
        en: "the merged cell \(merge.text) gives its content to \(first) only; \(rows) other rows lack \(what ?? "it")"), help: unmerge)
  }

  /// A cell that is merged over several columns of one row.
  fileprivate static func merged(_ merge: MergedCells) -> SheetFault {
    let first = "\(Sheet.letters(of: merge.first.column))\(merge.first.row)"
    return SheetFault(
      .mergedCells, at: .cell(row: merge.first.row, column: merge.first.column),
      Words(
        id: "sel gabungan \(merge.text) hanya memberi isi pada \(first); kolom lain di baris ini kosong",
        en: "the merged cell \(merge.text) gives its content to \(first) only; the other columns of this row are empty"), help: unmerge)
  }

  private static let unmerge = Words(
    id: "batalkan penggabungan sel itu dan isi setiap sel yang seharusnya berisi",
    en: "unmerge the cell and fill in each cell that should hold something")
}
