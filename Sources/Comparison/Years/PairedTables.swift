internal import Observations
internal import RuleModel
internal import Scoring

/// The observations of two years, with their values numbered alike.
struct PairedTables: Sendable {
  /// One column of the rules in both years.
  struct Field: Sendable {
    /// What the old year recorded; nil if it did not record the field.
    fileprivate let old: ObservationColumn?
    fileprivate let new: ObservationColumn?
    private let isRecordedOld: Bool
    private let isRecordedNew: Bool
    /// The common number of each value of a year.
    private let oldNumbers: [Int32]
    private let newNumbers: [Int32]
    /// What the rules take for an earlier observation.
    private let backcast: Int32?
    private let distinct: [Cell]
  }

  let old: ObservationTable
  let new: ObservationTable
  /// The years of editions whose values are carried over, by edition.
  let earlier: [String: ObservationTable]
  /// By column of the rules.
  let fields: [Field]

  /// Numbers the values of two years.
  init(_ rules: PairedRules, old: ObservationTable, new: ObservationTable, earlier: [String: ObservationTable] = [:]) {
    self.old = old
    self.new = new
    self.earlier = earlier
    fields = rules.columns.map { Field($0, rules, old, new) }
  }
}

extension PairedTables.Field {
  fileprivate init(_ column: PairedRules.Column, _ rules: PairedRules, _ old: ObservationTable, _ new: ObservationTable) {
    // A field that one year's instrument lacks may still stand in that year's data: a pilot, or a year of overlap.
    self.old = old.columns[column.key.old ?? column.id].flatMap { $0.rung == column.rung ? $0 : nil }
    self.new = new.columns[column.key.new ?? column.id].flatMap { $0.rung == column.rung ? $0 : nil }
    isRecordedOld = column.key.old != nil || self.old != nil
    isRecordedNew = column.key.new != nil || self.new != nil
    var numbers: [Fraction: Int32] = [:]
    var distinct: [Cell] = []
    func number(_ value: Fraction) -> Int32 {
      if let known = numbers[value] { return known }
      numbers[value] = Int32(distinct.count)
      distinct.append(.value(value))
      return Int32(distinct.count - 1)
    }
    oldNumbers = self.old?.distinct.map { $0.number.map(number) ?? CellColumn.missing } ?? []
    newNumbers = self.new?.distinct.map { $0.number.map(number) ?? CellColumn.missing } ?? []
    backcast = self.old == nil ? rules.backcast(column).map(number) : nil
    self.distinct = distinct
  }

  /// Lays the cells of some entities side by side; -1 stands for who was not surveyed in a year.
  ///
  /// A field that only one year records keeps that year's value; an entity that only one year surveyed likewise. `carriedOver` holds what
  /// stands in the new year in the place of what is missing.
  func paired(_ entities: (old: [Int], new: [Int]), carriedOver: CellColumn?) -> PairedColumn {
    var before = [Int32](repeating: CellColumn.unseen, count: entities.old.count)
    var after = before
    for entity in before.indices {
      let then = isRecordedOld ? number(of: entities.old[entity], in: old, oldNumbers) : nil
      let now = isRecordedNew ? number(of: entities.new[entity], in: new, newNumbers) : nil
      before[entity] = then ?? now ?? CellColumn.unseen
      after[entity] = now ?? then ?? CellColumn.unseen
    }
    guard let carriedOver else {
      // What the rules take for an earlier observation, where that year could have made it.
      if let backcast { for entity in before.indices where entities.old[entity] >= 0 { before[entity] = backcast } }
      return PairedColumn(old: before, new: after, distinct: distinct)
    }
    let cells = (CellColumn(codes: before, distinct: distinct), CellColumn(codes: after, distinct: distinct))
    return PairedColumn(
      before.indices.map { entity in
        if after[entity] == CellColumn.missing { return (cells.0[entity], carriedOver[entity]) }
        let earlier = backcast.flatMap { entities.old[entity] >= 0 ? distinct[Int($0)] : nil }
        return (earlier ?? cells.0[entity], cells.1[entity])
      })
  }

  /// The number of an entity's value; nil for an entity that was not surveyed.
  private func number(of entity: Int, in column: ObservationColumn?, _ numbers: [Int32]) -> Int32? {
    guard entity >= 0 else { return nil }
    guard let code = column?.codes[entity], code >= 0 else { return CellColumn.missing }
    return numbers[Int(code)]
  }
}
