public import Comparison
internal import Observations
internal import RuleModel

/// Writes the changes of many institutions as rows with a column for every block and line that the two years can have.
///
/// Amounts are the printed ones: each row adds up from its lines to its blocks, and from these with `final_rounding` to `change`.
public struct ChangesCSV: Sendable {
  private let columns: [(block: String, line: String?)]
  private let places: Int

  /// Prepares the columns from an empty summary of the comparison.
  public init(_ summary: ChangeSummary, places: Int) {
    columns = summary.entries.map { ($0.block.rawValue, $0.line) }
    self.places = places
  }

  /// The header row.
  public var head: String {
    row(
      [
        "institution", "name", "kind", "province", "from_edition", "from_total", "from_zone", "to_edition", "to_total", "to_zone",
        "zone_cause",
        "change",
      ] + columns.map { column in column.line.map { "\(column.block).\($0)" } ?? column.block } + ["final_rounding", "not_explained"])
  }

  /// One institution.
  public func row(_ result: YearComparison.Result) -> String {
    switch result {
    case .notExplained(let entity, let reason):
      let empty = Array(repeating: "", count: columns.count + 9)
      return row([entity.path, entity.name, entity.kind ?? "", entity.province ?? ""] + empty + [reason.rawValue])
    case .explained(let change):
      var block: Int?
      let amounts = columns.map { column -> String in
        guard let id = column.line else {
          block = change.blocks.firstIndex { $0.id == column.block }
          return text(block.map { change.blocks[$0].printed } ?? .zero)
        }
        let line = block.flatMap { block in change.blocks[block].lines.firstIndex { $0.id == id }.map { (block, $0) } }
        return text(line.map { change.blocks[$0].lines[$1].printed } ?? .zero)
      }
      return row(
        [change.entity, change.name, change.kind ?? "", change.province ?? ""] + side(change.from) + side(change.to)
          + [change.zone.cause.rawValue, text(change.reportedChange)] + amounts + [text(change.finalRounding.printed), ""])
    }
  }

  private func side(_ year: ScoreChange.Year) -> [String] {
    [year.edition.name, text(year.reported), year.zone?.colour ?? ""]
  }

  private func text(_ value: Fraction) -> String { value.fixedText(places: places) }

  private func row(_ cells: [String]) -> String {
    var csv = CSVText()
    csv.row(cells)
    return csv.text
  }
}
