internal import RuleDiagnostics
internal import RuleModel

extension ObservationTable {
  /// Makes the table of a draft that was read without errors.
  init(_ draft: ObservationDraft, listings: [EntityListing]) {
    let sorted = SortedPopulation(draft.register.tree, describedBy: listings)
    var columns: [String: ObservationColumn] = [:]
    for (field, entry) in draft.fields.entries.enumerated() {
      guard let rung = entry.rung, !draft.cells[field].isEmpty else { continue }
      columns[entry.field.id.value] = ObservationColumn(
        rung: rung, cells: draft.cells[field], in: sorted.numbers[rung], kind: entry.field.kind, texts: draft.texts)
    }
    self.init(population: sorted.population, columns: columns, files: draft.files)
  }
}

extension ObservationColumn {
  /// Puts the cells of a field into the order of the population.
  fileprivate init(rung: Int, cells: [CellDraft?], in numbers: [Int], kind: Field.Kind, texts: ValueTexts) {
    var values = [ObservedValue?](repeating: nil, count: numbers.count)
    var places = [CellPlace?](repeating: nil, count: numbers.count)
    for (position, number) in numbers.enumerated() where number < cells.count {
      guard let cell = cells[number], let text = cell.text else { continue }
      values[position] = texts.value(of: text, for: kind)
      places[position] = CellPlace(file: Int(cell.file), line: Int(cell.line))
    }
    self.init(rung: rung, values: values, places: places)
  }
}
