internal import RuleDiagnostics
internal import RuleModel

/// Puts the cells of the stretches into columns, in the order of the population.
struct ColumnWriter {
  private let stretches: [QuickReading.Stretch]
  private let order: SurveyedOrder
  private let values: ReadValues
  private let firsts: [UInt32]
  /// For each file how many cells hold nothing.
  private(set) var hollows: [Int]

  init(_ stretches: [QuickReading.Stretch], _ order: SurveyedOrder, _ values: ReadValues, firsts: [UInt32]) {
    self.stretches = stretches
    self.order = order
    self.values = values
    self.firsts = firsts
    hollows = firsts.map { _ in 0 }
  }

  /// How many entities are written into all columns before the next ones are.
  private static let batch = 1024

  private struct Column {
    let field: Int
    let slot: Int
    let form: Int
    var codes: [Int32]
    var lines: [UInt32]

    /// Leaves the cells of some entities empty. INVARIANT: done for all before they are read.
    mutating func begin(_ range: Range<Int>) {
      for place in range {
        codes[place] = ObservationColumn.nothing
        lines[place] = 0
      }
    }

    /// Takes the cells of some entities; returns how many of them hold nothing, or nil if one was filled before.
    mutating func take(
      _ draft: StretchDraft, _ rung: Int, _ numbers: [Int32], _ range: Range<Int>, _ codes: [Int32], _ firstLine: Int
    ) -> Int? {
      draft.write(
        slot, of: rung, in: numbers, range, codes: codes, hollow: ColumnWriter.hollow, firstLine: firstLine, to: &self.codes, &lines)
    }
  }

  /// Stands for a cell that was read and holds nothing, until all stretches were written.
  private static let hollow = ObservationColumn.nothing - 1

  /// Returns the columns by field; nil if a cell is filled twice. Complexity: linear in entities times fields.
  mutating func columns(_ fields: FieldCatalogue) -> [String: ObservationColumn]? {
    var result: [String: ObservationColumn] = [:]
    for rung in order.members.indices {
      guard let columns = columns(fields, on: rung) else { return nil }
      for column in columns {
        result[fields.entries[column.field].field.id.value] = ObservationColumn(
          rung: rung, codes: column.codes, distinct: values.values[column.form].distinct,
          CellPlaces(lines: column.lines, firsts: firsts))
      }
    }
    return result
  }

  private mutating func columns(_ fields: FieldCatalogue, on rung: Int) -> [Column]? {
    guard let shape = stretches.first?.draft.shape else { return [] }
    let count = order.members[rung].count
    var columns = shape.fields.indices.filter { shape.fields[$0].rung == rung && values.isUsed[$0] }.map { field in
      Column(
        field: field, slot: shape.fields[field].slot, form: ReadValues.Form(fields.entries[field].field.kind).rawValue,
        codes: unwritten(count), lines: unwritten(count))
    }
    var hasHollows = false
    for start in batches(on: rung, of: count) {
      let range = start..<min(start + ColumnWriter.batch, count)
      for column in columns.indices { columns[column].begin(range) }
      for (index, stretch) in stretches.enumerated() {
        for column in columns.indices {
          let first = Int(firsts[stretch.file]) + stretch.firstLine
          let codes = values.codes[index][columns[column].form]
          guard let hollows = columns[column].take(stretch.draft, rung, order.numbers[rung][index], range, codes, first) else { return nil }
          self.hollows[stretch.file] += hollows
          if hollows > 0 { hasHollows = true }
        }
        stretch.draft.forget(order.numbers[rung][index], range, on: rung)
      }
    }
    if hasHollows { for column in columns.indices { ColumnWriter.clear(&columns[column]) } }
    return columns
  }

  /// Where batches of entities begin, in the order in which the stretches came upon them: so cells are given back while columns fill.
  ///
  /// What is written does not depend on that order. A file that is not sorted is mostly made of a few sorted ones that alternate.
  private func batches(on rung: Int, of count: Int) -> [Int] {
    let batches = stride(from: 0, to: count, by: ColumnWriter.batch).map { start -> (start: Int, stretch: Int, number: Int32) in
      var first = (start: start, stretch: stretches.count, number: Int32(0))
      for (stretch, numbers) in order.numbers[rung].enumerated() {
        let named = numbers[start..<min(start + ColumnWriter.batch, count)].lazy.filter { $0 >= 0 }
        guard let number = named.min() else { continue }
        first = (start, stretch, number)
        break
      }
      return first
    }
    return batches.sorted { ($0.stretch, $0.number) < ($1.stretch, $1.number) }.map(\.start)
  }

  private static func clear(_ column: inout Column) {
    for place in column.codes.indices where column.codes[place] == hollow {
      column.codes[place] = ObservationColumn.nothing
      column.lines[place] = 0
    }
  }
}
