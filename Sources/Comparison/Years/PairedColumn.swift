internal import RuleModel
internal import Scoring

/// The cells of one column in the world in which nothing was edited and in the one in which everything was: numbers of common values.
struct PairedColumn: Sendable {
  let old: CellColumn
  let new: CellColumn

  /// Takes the numbers of values among `distinct`. Values that occur nowhere are left out where there are many.
  init(old: [Int32], new: [Int32], distinct: [Cell]) {
    var (old, new, distinct) = (old, new, distinct)
    if distinct.count > 256 + 2 * old.count {
      var numbers = [Int32](repeating: -1, count: distinct.count)
      var found: [Cell] = []
      let renumbered = { (codes: [Int32]) in
        codes.map { code -> Int32 in
          guard code >= 0 else { return code }
          if numbers[Int(code)] < 0 {
            numbers[Int(code)] = Int32(found.count)
            found.append(distinct[Int(code)])
          }
          return numbers[Int(code)]
        }
      }
      (old, new) = (renumbered(old), renumbered(new))
      distinct = found
    }
    self.old = CellColumn(codes: old, distinct: distinct)
    self.new = CellColumn(codes: new, distinct: distinct)
  }

  /// Numbers the values of pairs of cells.
  init(_ cells: [(old: Cell, new: Cell)]) {
    let both = CellColumn(cells.map(\.old) + cells.map(\.new))
    old = CellColumn(codes: Array(both.codes[..<cells.count]), distinct: both.distinct)
    new = CellColumn(codes: Array(both.codes[cells.count...]), distinct: both.distinct)
  }

  /// How the cells differ, by entity.
  var differences: [CellDifference] { differences { _ in false } }

  /// The same where other cells belong to these: `isOther` says whether they differ.
  func differences(orWhere isOther: (Int) -> Bool) -> [CellDifference] {
    let isNumber = old.distinct.map { if case .value = $0 { true } else { false } }
    return zip(old.codes, new.codes).enumerated().map { entity, pair in
      guard pair.0 != pair.1 || isOther(entity) else { return .none }
      return pair.0 >= 0 && pair.1 >= 0 && isNumber[Int(pair.0)] && isNumber[Int(pair.1)] ? .changed : .coverage
    }
  }

  /// Whether nobody could have recorded some cell.
  var hasUnseen: Bool { old.codes.contains(CellColumn.unseen) || new.codes.contains(CellColumn.unseen) }
}
