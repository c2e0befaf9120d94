internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension PairedSurvey {
  /// Finds who joined and who left, and every cell that differs, with the levels of lines under which they are shown.
  func edits(_ rules: PairedRules) -> [PlacedEdit] {
    scopeEdits(rules, hasLevels: true) + cellEdits(rules)
  }

  /// The same for an explanation that shows no levels below the lines: all cells of a line are one edit.
  func editsByLine(_ rules: PairedRules) -> [PlacedEdit] {
    let found = [CellDifference.changed, .coverage].filter { difference in differences.contains { $0.contains(difference) } }
    return scopeEdits(rules, hasLevels: false)
      + found.map { difference in
        PlacedEdit(edit: .cells(difference), block: .performance, line: difference.line, levels: [])
      }
  }

  private func scopeEdits(_ rules: PairedRules, hasLevels: Bool) -> [PlacedEdit] {
    var edits: [PlacedEdit] = []
    for rung in 1..<max(1, population.rungs.count) {
      for index in inOld[rung].indices where inOld[rung][index] != inNew[rung][index] {
        // Whoever came or went with the entity above is part of that.
        let parent = population.parent(of: index, on: rung)
        guard inOld[rung - 1][parent], inNew[rung - 1][parent] else { continue }
        let joined = inNew[rung][index]
        let name = rules.new.rungs[rung].id.value
        edits.append(
          PlacedEdit(
            edit: joined ? .joined(rung: rung, entity: index) : .left(rung: rung, entity: index), block: .scope,
            line: "\(name)-\(joined ? "joined" : "left")", levels: hasLevels ? entityLevels(rung, index) : []))
      }
    }
    return edits
  }

  private func cellEdits(_ rules: PairedRules) -> [PlacedEdit] {
    let hidden = Set(rules.twins.map(\.old))
    return rules.columns.enumerated().filter { !hidden.contains($0.offset) }.flatMap { column, field -> [PlacedEdit] in
      let part = rules.partReading(column)
      return differences[column].enumerated().compactMap { entity, difference in
        guard difference != .none else { return nil }
        return PlacedEdit(
          edit: difference == .changed ? .changed(column: column, entity: entity) : .coverage(column: column, entity: entity),
          block: .performance, line: difference.line,
          levels: part.levels + entityLevels(field.rung, entity) + (part.readsSeveral ? [part.field] : []))
      }
    }
  }

  /// The levels from the rung below the institution down to an entity.
  private func entityLevels(_ rung: Int, _ entity: Int) -> [PlacedEdit.Level] {
    var levels: [PlacedEdit.Level] = []
    var index = entity
    for height in stride(from: rung, to: 0, by: -1) {
      let entity = population.rungs[height][index]
      levels.insert(PlacedEdit.Level(id: entity.id, label: Words(same: entity.name)), at: 0)
      index = entity.parent
    }
    return levels
  }
}

extension PairedRules {
  /// Under which part the changes of a field are shown: the only indicator of either year that reads it, else the field itself.
  ///
  /// Levels share out credit, so they must not depend on which of the two years is the older.
  func partReading(_ column: Int) -> (levels: [PlacedEdit.Level], field: PlacedEdit.Level, readsSeveral: Bool) {
    let key = columns[column].key
    let label = key.new.flatMap { new.field($0)?.label } ?? key.old.flatMap { old.field($0)?.label }
    let field = PlacedEdit.Level(id: columns[column].id, label: label)
    let read = parts.map { part in
      [part.old, part.new].compactMap { version -> [Int]? in
        guard case .leaf(let scale)? = version?.node.body else { return nil }
        return scale.columns
      }
    }
    let readers = parts.indices.filter { read[$0].contains { $0.contains(column) } }
    guard readers.count == 1, let reader = readers.first else { return ([field], field, false) }
    return ([level(reader)], field, read[reader].contains { $0.count > 1 })
  }
}
