internal import RuleDiagnostics
internal import RuleModel

/// How the rows of one file are laid out, when they are laid out so that they can be read quickly: the field and the value come last.
struct RowShape {
  /// A field that rows may name.
  struct NamedField {
    let name: [UInt8]
    /// Its rung; nil if the ladder has no such rung.
    let rung: Int?
    /// Its number among the fields of its rung.
    let slot: Int
  }

  let separator: UInt8
  /// How many columns stand before the field.
  let leading: Int
  /// The columns of the ladder's rungs, the top rung first.
  let rungColumns: [Int]
  /// The columns of other rungs, which are empty in every row of a field that stands on the ladder.
  let emptyColumns: [Int]
  /// Columns before the field that nobody reads.
  let unreadColumns: [Int]
  let fields: [NamedField]
  /// For each rung how many fields stand on it.
  let widths: [Int]

  /// Describes the rows below a header; nil if they must be read cell by cell.
  init?(_ header: CSVHeader, _ columns: ObservationColumns, separator: UInt8, ladder: Int, _ catalogue: FieldCatalogue) {
    self.separator = separator
    leading = columns.field
    rungColumns = columns.rungs
    emptyColumns = columns.otherRungs
    unreadColumns = (0..<columns.field).filter { !columns.rungs.contains($0) && !columns.otherRungs.contains($0) }
    var widths = Array(repeating: 0, count: ladder)
    fields = catalogue.entries.map { entry in
      let slot = entry.rung.map { widths[$0] } ?? 0
      if let rung = entry.rung { widths[rung] += 1 }
      return NamedField(name: Array(entry.field.id.value.utf8), rung: entry.rung, slot: slot)
    }
    self.widths = widths
    let isLast = columns.value == columns.field + 1 && header.names.count == columns.value + 1
    // Where a field is called like a column, the header line could be taken for a row.
    let isClear = !fields.contains { field in header.names.contains(field.name) }
    guard isLast, isClear, (columns.rungs + columns.otherRungs).allSatisfy({ $0 < columns.field }) else { return nil }
  }
}
