package import Observations
package import RuleModel

/// The cells of one field: each different value is kept once, and a cell is its number.
package struct CellColumn: Sendable {
  /// For each entity the number of its value, or one of the numbers below 0.
  package private(set) var codes: [Int32]
  /// The values by number.
  package private(set) var distinct: [Cell]

  /// The number of a cell that should have been recorded and was not.
  package static let missing = ObservationColumn.nothing
  /// The number of a cell that nobody could have recorded.
  package static let unseen: Int32 = -2
  /// The number that stands for an entity that takes no part; no cell of a survey has it.
  package static let nobody: Int32 = -3
  /// What is added to a number to get a place in a table.
  static let offset = 3

  /// Makes a column of numbered values.
  package init(codes: [Int32], distinct: [Cell]) {
    self.codes = codes
    self.distinct = distinct
  }

  /// Makes a column of cells. Complexity: linear in their number, with a look-up each.
  package init(_ cells: some Sequence<Cell>) {
    var numbers: [Cell: Int32] = [:]
    var distinct: [Cell] = []
    codes = cells.map { cell -> Int32 in
      switch cell {
      case .missing: return CellColumn.missing
      case .unseen: return CellColumn.unseen
      case .value, .text:
        if let number = numbers[cell] { return number }
        let number = Int32(distinct.count)
        numbers[cell] = number
        distinct.append(cell)
        return number
      }
    }
    self.distinct = distinct
  }

  /// What a table holds; nothing was recorded for anybody where it has no such column.
  package init(_ column: ObservationColumn?, count: Int) {
    codes = column?.codes ?? Array(repeating: CellColumn.missing, count: count)
    distinct = column?.distinct.map { Cell($0) } ?? []
  }

  /// The entities.
  package var indices: Range<Int> { codes.indices }

  /// What is known about an entity.
  package subscript(entity: Int) -> Cell {
    switch codes[entity] {
    case CellColumn.missing: .missing
    case CellColumn.unseen: .unseen
    case let code: distinct[Int(code)]
    }
  }

  /// Puts a number in the place of what is known about an entity. Complexity: constant.
  package mutating func set(_ entity: Int, to number: Fraction) {
    codes[entity] = Int32(distinct.count)
    distinct.append(.value(number))
  }

  /// The same cells, with those of another year where nothing was recorded. Complexity: linear in the entities and the values.
  func carrying(_ earlier: CellColumn) -> CellColumn {
    let shift = Int32(distinct.count)
    return CellColumn(
      codes: zip(codes, earlier.codes).map { now, before in
        guard now == CellColumn.missing else { return now }
        return before < 0 ? before : before + shift
      }, distinct: distinct + earlier.distinct)
  }

  /// The cells of some of the entities.
  package func only(_ entities: Range<Int>) -> CellColumn {
    CellColumn(codes: Array(codes[entities]), distinct: distinct)
  }
}
